package org.vinculum.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Platform;

/// A PCI address names one device, so no two host bridges have a bus number of one segment.
final class SegmentCheck implements FirmwareCheck {
    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        Map<Long, Bus> owners = new HashMap<>();
        for (Bus bus : platform.buses()) {
            if (bus.enabled() && bus.pci().isPresent()) {
                claim(bus, bus.pci().get(), owners, findings);
            }
        }
        return findings;
    }

    private static void claim(Bus bus, Bus.Pci pci, Map<Long, Bus> owners, List<Finding> findings) {
        for (int number = pci.firstBus(); number <= pci.lastBus(); number++) {
            Bus other = owners.putIfAbsent((long) pci.segment() << 8 | number, bus);
            if (other != null) {
                findings.add(
                        Finding.error(
                                "pci-segment-duplicate",
                                bus.path(),
                                other.path()
                                        + " has bus "
                                        + Hex.of(number)
                                        + " of PCI segment "
                                        + pci.segment()
                                        + " too: Linux refuses the second host bridge, and an"
                                        + " address there names two devices"));
                return;
            }
        }
    }
}
