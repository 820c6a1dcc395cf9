package org.vinculum.checks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;
import org.vinculum.tck.FirmwareCheckContract;

class PlatformChecksContractTest extends FirmwareCheckContract {
    @Override
    protected FirmwareCheck check() {
        return new PlatformChecks();
    }

    /// Half of the bus passes by.
    @Override
    protected List<Platform> faulty() {
        return List.of(host(0x80));
    }

    @Override
    protected List<Platform> sound() {
        return List.of(host(0x100));
    }

    /// An SMMU with a host bridge of one bus.
    private static Platform host(long requesters) {
        Iommu smmu =
                new Iommu.SmmuV3(
                        "/iommu@4f000000",
                        Optional.of(AddressRange.of(0x4f00_0000, 0x2_0000)),
                        OptionalInt.of(1),
                        true,
                        true,
                        List.of(),
                        Set.of());
        var map = new IdMap(-1, List.of(new IdMap.Entry(0, requesters, smmu.path(), 0)));
        Bus bus =
                new Bus(
                        "/pcie@10000000",
                        Optional.of(new Bus.Pci(0, 0, 0)),
                        true,
                        true,
                        map,
                        IdMap.NONE);
        return new Platform("test", List.of(smmu), List.of(), List.of(bus));
    }
}
