package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.MapEntries;
import org.vinculum.firmware.IdMap;

/// Makes an ID map from `iommu-map` or `msi-map` and its mask.
final class MapReader {
    private static final String CONSEQUENCE =
            "requester IDs that no earlier entry matches are refused by Linux";

    private final Reading reading;
    private final FaultReport faults;

    MapReader(Reading reading) {
        this.reading = reading;
        this.faults = new FaultReport(reading);
    }

    IdMap iommuMap(Node bus) {
        return read(bus, "iommu-map", MapEntries.Kind.IOMMU);
    }

    IdMap msiMap(Node bus) {
        return read(bus, "msi-map", MapEntries.Kind.MSI);
    }

    private IdMap read(Node bus, String property, MapEntries.Kind kind) {
        Property map = bus.property(property).orElse(null);
        if (map == null) {
            return IdMap.NONE;
        }
        if (map.length() == 0) {
            reading.error("cells-count", bus, property, "the map is empty: " + CONSEQUENCE);
        }
        MapEntries read = MapEntries.read(map, kind, reading.index());
        read.fault().ifPresent(fault -> faults.report(bus, property, fault, CONSEQUENCE));
        reading.countIds(read.entries().size());
        List<IdMap.Entry> entries = new ArrayList<>();
        for (MapEntries.Entry entry : read.entries()) {
            if (entry.output().size() > 1 && entry.length() > 1) {
                reportWideRange(bus, property, entry);
            } else {
                entries.add(entry(entry));
            }
        }
        return new IdMap(mask(bus, property + "-mask"), List.copyOf(entries));
    }

    private IdMap.Entry entry(MapEntries.Entry entry) {
        List<Integer> output = entry.output();
        return new IdMap.Entry(
                entry.inputBase(),
                entry.length(),
                reading.path(entry.target()),
                output.isEmpty() ? 0 : Integer.toUnsignedLong(output.getFirst()),
                output.size() > 1 ? output.get(1) : 0);
    }

    private int mask(Node bus, String property) {
        Property mask = bus.property(property).orElse(null);
        if (mask == null) {
            return -1;
        }
        if (mask.length() != 4) {
            reading.error(
                    "cells-count",
                    bus,
                    property,
                    "a mask is one cell and this has "
                            + mask.length()
                            + " bytes: Linux uses all ones instead");
            return -1;
        }
        return mask.cell(0);
    }

    private void reportWideRange(Node bus, String property, MapEntries.Entry entry) {
        reading.error(
                "map-wide-range",
                bus,
                property,
                "the entry at cell "
                        + entry.at()
                        + " has "
                        + entry.output().size()
                        + " output cells and a length of "
                        + FaultReport.hex(entry.length())
                        + ", but how more than one cell counts up is not defined: Linux refuses its"
                        + " requester IDs");
    }
}
