package org.vinculum.checks;

import org.vinculum.firmware.Bus;

/// Names the place of a finding in the terms of the firmware that the platform came from.
final class Place {
    private Place() {}

    static String iommuMap(Bus bus) {
        return property(bus, "iommu-map");
    }

    static String msiMap(Bus bus) {
        return property(bus, "msi-map");
    }

    static String mask(Bus bus) {
        return property(bus, "iommu-map-mask");
    }

    // only device-tree paths have properties; an IORT node has one array of mappings
    private static String property(Bus bus, String name) {
        return bus.path().startsWith("/") ? bus.path() + ":" + name : bus.path();
    }
}
