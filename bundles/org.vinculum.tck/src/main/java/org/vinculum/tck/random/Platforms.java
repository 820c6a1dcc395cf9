package org.vinculum.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;

/// Platforms of every shape that a reader may hand over: sound ones, and ones with references to nothing, maps over each other
/// and IDs at both ends.
public final class Platforms {
    private static final long[] IDS = {0, 1, 0x10, 0xff, 0x100, 0xffff, 0x1_0000, 0xffff_ffffL};

    private final SplittableRandom random;

    private Platforms(SplittableRandom random) {
        this.random = random;
    }

    public static Platform of(SplittableRandom random) {
        return new Platforms(random).platform();
    }

    private Platform platform() {
        List<Iommu> iommus = new ArrayList<>();
        List<Master> masters = new ArrayList<>();
        List<Bus> buses = new ArrayList<>();
        List<ReservedRegion> reserved = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            iommus.add(iommu("/iommu@" + i));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            masters.add(master("/soc/dma@" + i));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            buses.add(bus("/pcie@" + i, i));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            reserved.add(new ReservedRegion("/reserved@" + i, range(), true, false, "", streams()));
        }
        return new Platform("tck", iommus, masters, buses, reserved);
    }

    private Iommu iommu(String path) {
        Optional<AddressRange> frame =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(range());
        boolean enabled = random.nextInt(4) != 0;
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Iommu.SmmuV2(
                            path, frame, OptionalInt.empty(), enabled, true, "arm,mmu-500");
            case 1 ->
                    new Iommu.OtherIommu(
                            path,
                            frame,
                            OptionalInt.empty(),
                            enabled,
                            "unheard-of",
                            Map.of("colour", "blue"));
            default ->
                    new Iommu.SmmuV3(
                            path,
                            frame,
                            OptionalInt.of(random.nextInt(1, 100)),
                            enabled,
                            random.nextBoolean(),
                            List.of(new Iommu.Interrupt("eventq", List.of(0, 10, 1))),
                            Set.of());
        };
    }

    private AddressRange range() {
        long start = random.nextInt(4) == 0 ? 0xffff_ffff_ffff_0000L : random.nextLong(16) << 16;
        return AddressRange.of(start, random.nextInt(4) == 0 ? 0x1000 : 0x1_0000);
    }

    private Master master(String path) {
        List<Master.StreamUse> uses = new ArrayList<>();
        for (PhysicalStream stream : streams()) {
            uses.add(new Master.StreamUse(stream, random.nextInt(4) == 0 ? 0x7f : 0));
        }
        return new Master(
                path,
                random.nextInt(4) != 0,
                random.nextBoolean(),
                uses,
                List.of(new Master.ForeignUse(iommuPath(), List.of(1, 2))),
                features(),
                List.of(new MessageTarget("/its", id())));
    }

    private List<PhysicalStream> streams() {
        List<PhysicalStream> streams = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            streams.add(PhysicalStream.of(iommuPath(), id()));
        }
        return streams;
    }

    private DmaFeatures features() {
        return new DmaFeatures(
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1, 65)),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(21));
    }

    private Bus bus(String path, int segment) {
        int first = random.nextInt(256);
        return new Bus(
                path,
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(new Bus.Pci(segment & 1, first, random.nextInt(first, 256))),
                random.nextInt(4) != 0,
                random.nextBoolean(),
                map(),
                random.nextBoolean() ? IdMap.NONE : map(),
                features());
    }

    private IdMap map() {
        List<IdMap.Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long length = random.nextInt(4) == 0 ? 1L << 32 : IDS[random.nextInt(IDS.length)];
            entries.add(
                    new IdMap.Entry(id(), length, iommuPath(), id(), 0, random.nextInt(6) == 0));
        }
        return new IdMap(random.nextInt(4) == 0 ? 0xff00 : -1, entries);
    }

    private long id() {
        return IDS[random.nextInt(IDS.length)];
    }

    /// Sometimes of an IOMMU that is not there.
    private String iommuPath() {
        return "/iommu@" + random.nextInt(1, 5);
    }
}
