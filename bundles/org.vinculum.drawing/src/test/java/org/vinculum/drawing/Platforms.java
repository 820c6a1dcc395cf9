package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Master.StreamUse;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;

/// Platforms to draw, made by hand.
final class Platforms {
    private Platforms() {}

    static Platform of(List<Iommu> iommus, List<Master> masters, Bus... buses) {
        return new Platform("devicetree", iommus, masters, List.of(buses));
    }

    static Iommu smmu(String path, long base, boolean enabled) {
        return new Iommu.SmmuV3(
                path,
                Optional.of(AddressRange.of(base, 0x20000)),
                OptionalInt.of(1),
                enabled,
                true,
                List.of(),
                Set.of());
    }

    static Iommu foreign(String path) {
        return new Iommu.OtherIommu(
                path, Optional.empty(), OptionalInt.of(2), true, "renesas,ipmmu-vmsa", Map.of());
    }

    static Master master(String path, String iommu, long... ids) {
        List<StreamUse> uses = new ArrayList<>();
        for (long id : ids) {
            uses.add(new StreamUse(PhysicalStream.of(iommu, id), 0));
        }
        return new Master(path, true, true, uses, List.of());
    }

    static Bus bridge(String path, IdMap map) {
        return new Bus(path, Optional.of(new Bus.Pci(0, 0, 0xff)), true, true, map, IdMap.NONE);
    }

    /// `smmus` SMMUs with `masters` devices in turn, four IDs each.
    static Platform large(int smmus, int masters) {
        List<Iommu> iommus = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            iommus.add(smmu(iommuPath(i), 0x4000_0000L + i * 0x40000L, true));
        }
        List<Master> devices = new ArrayList<>();
        for (int i = 0; i < masters; i++) {
            long first = i / smmus * 4L;
            String path = "/soc/dma@" + Integer.toHexString(0x100000 + i * 0x1000);
            devices.add(master(path, iommuPath(i % smmus), first, first + 1, first + 2, first + 3));
        }
        return of(iommus, devices);
    }

    private static String iommuPath(int index) {
        return "/soc/iommu@" + Long.toHexString(0x4000_0000L + index * 0x40000L);
    }
}
