package org.vinculum.checks;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Platform;

/// Entries of an ID map stay inside 32 bits, inside the mask and out of each other's way.
final class MapCheck implements FirmwareCheck {
    private static final long IDS = 1L << 32;
    private static final long LAST_RID = 0xffff;

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        for (Bus bus : platform.buses()) {
            check(bus, bus.iommuMap(), Place.iommuMap(bus), findings);
            check(bus, bus.msiMap(), Place.msiMap(bus), findings);
        }
        return findings;
    }

    private static void check(Bus bus, IdMap map, String place, List<Finding> findings) {
        FindingCap capped = new FindingCap(findings);
        List<IdMap.Entry> entries = map.entries();
        for (int i = 0; i < entries.size(); i++) {
            checkEntry(bus, map, entries.get(i), "entry " + (i + 1), place, capped);
        }
        MapOverlap.find(entries).ifPresent(overlap -> findings.add(overlap.finding(place)));
    }

    private static void checkEntry(
            Bus bus, IdMap map, IdMap.Entry entry, String name, String place, FindingCap findings) {
        if (entry.length() == 0) {
            findings.add(
                    Finding.note(
                            "map-zero-length",
                            place,
                            name
                                    + " has length 0 and matches nothing: a bootloader may fill it"
                                    + " in"));
        }
        if (map.contradictsMask(entry)) {
            findings.add(
                    Finding.error(
                            "map-outside-mask",
                            place,
                            name
                                    + " starts at "
                                    + Hex.of(entry.inputBase())
                                    + ", which has bits outside the mask "
                                    + Hex.of(Integer.toUnsignedLong(map.mask()))
                                    + ": Linux refuses every requester that no earlier entry"
                                    + " matches"));
        }
        if (entry.inputBase() + entry.length() > IDS
                || entry.outputBase() + entry.outputLength() > IDS) {
            findings.add(
                    Finding.error(
                            "map-wrap",
                            place,
                            name
                                    + " maps "
                                    + Hex.of(entry.length())
                                    + " IDs from "
                                    + Hex.of(entry.inputBase())
                                    + " to "
                                    + Hex.of(entry.outputBase())
                                    + " and runs past 32 bits: Linux matches none of them or gives"
                                    + " IDs that start again at 0"));
        }
        if (bus.pci().isPresent() && entry.inputBase() > LAST_RID) {
            findings.add(
                    Finding.warning(
                            "map-unreachable",
                            place,
                            name
                                    + " starts at "
                                    + Hex.of(entry.inputBase())
                                    + " and PCI requester IDs end at 0xffff: it is never used"));
        }
    }
}
