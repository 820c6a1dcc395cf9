package org.vinculum.checks;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;

/// A requester that no entry of its bus's map matches passes its IOMMU by.
final class CoverageCheck implements FirmwareCheck {
    private static final int LAST_BUS = 0xff;

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        for (Bus bus : platform.buses()) {
            if (bus.enabled()
                    && bus.pci().isPresent()
                    && leadsSomewhere(platform, bus.iommuMap())) {
                check(bus, bus.pci().get(), findings);
            }
        }
        return findings;
    }

    private static boolean leadsSomewhere(Platform platform, IdMap map) {
        for (IdMap.Entry entry : map.entries()) {
            if (platform.iommu(entry.target()).filter(Iommu::enabled).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void check(Bus bus, Bus.Pci pci, List<Finding> findings) {
        RequesterCoverage coverage = RequesterCoverage.of(bus.iommuMap());
        long first = coverage.firstUncovered(pci.firstBus() << 8, pci.lastBus() << 8 | 0xff);
        if (first < 0) {
            return;
        }
        long last = coverage.lastUncovered((int) first, pci.lastBus() << 8 | 0xff);
        String range = Hex.range(first, last);
        if (pci.firstBus() == 0 && pci.lastBus() == LAST_BUS) {
            findings.add(
                    Finding.note(
                            "map-partial",
                            Place.iommuMap(bus),
                            "no entry matches "
                                    + range
                                    + ", and bus-range does not say which requesters there can be:"
                                    + " DMA of one with such an ID is not translated"));
        } else {
            findings.add(
                    Finding.warning(
                            "map-bypass",
                            Place.iommuMap(bus),
                            "no entry matches "
                                    + range
                                    + " of the buses that bus-range allows: DMA of a device there"
                                    + " is not translated"));
        }
    }
}
