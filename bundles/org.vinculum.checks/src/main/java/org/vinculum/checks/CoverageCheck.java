package org.vinculum.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;

/// A requester that no entry of its bus's map matches passes its IOMMU by.
final class CoverageCheck implements FirmwareCheck {
    private static final int LAST_BUS = 0xff;

    /// The most host bridges looked at; the largest machines have some dozens.
    private static final int MOST_BUSES = 1024;

    @Override
    public List<Finding> check(Platform platform) {
        Set<String> enabled = enabledIommus(platform);
        List<Finding> findings = new ArrayList<>();
        int checked = 0;
        for (Bus bus : platform.buses()) {
            boolean mapped = bus.enabled() && leadsSomewhere(bus.iommuMap(), enabled);
            if (mapped && bus.pci().isPresent() && checked < MOST_BUSES) {
                checked++;
                check(bus, bus.pci().get(), findings);
            }
        }
        return findings;
    }

    private static Set<String> enabledIommus(Platform platform) {
        Set<String> enabled = new HashSet<>();
        for (Iommu iommu : platform.iommus()) {
            if (iommu.enabled()) {
                enabled.add(iommu.path());
            }
        }
        return enabled;
    }

    private static boolean leadsSomewhere(IdMap map, Set<String> enabled) {
        for (IdMap.Entry entry : map.entries()) {
            if (enabled.contains(entry.target())) {
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
                                    + ", and nothing says which requesters there can be: DMA of one"
                                    + " with such an ID is not translated"));
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
