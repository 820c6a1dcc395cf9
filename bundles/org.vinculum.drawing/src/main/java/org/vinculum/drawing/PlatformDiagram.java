package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// Decides what of a platform is shown.
final class PlatformDiagram {
    private static final int LONGEST_TITLE = 80;
    private static final int MOST_SHARED_LINES = 8;

    private PlatformDiagram() {}

    static Diagram of(Platform platform, String title) {
        SharedGroups shared = new SharedGroups(platform);
        Sheet sheet = new Sheet();
        platform.iommus().forEach(sheet::add);
        BusBoxes buses = new BusBoxes(sheet);
        platform.buses().forEach(buses::add);
        MasterBoxes masters = new MasterBoxes(sheet, shared, platform.iommus().size());
        platform.masters().forEach(masters::add);
        masters.addRests();

        List<String> notes = new ArrayList<>(DmaLines.reserved(platform.reserved()));
        if (sheet.undrawnIommus() > 0) {
            notes.add(
                    Labels.count(sheet.undrawnIommus(), "further IOMMU", "further IOMMUs")
                            + ": not drawn.");
        }
        notes.addAll(masters.notes());
        notes.addAll(buses.notes());
        return new Diagram(
                Labels.elided(title, LONGEST_TITLE),
                summary(platform),
                sheet.boxes(),
                sheet.links(),
                Labels.capped(shared.lines(), MOST_SHARED_LINES),
                notes);
    }

    private static String summary(Platform platform) {
        long v3 = platform.iommus().stream().filter(Iommu.SmmuV3.class::isInstance).count();
        long v2 = platform.iommus().stream().filter(Iommu.SmmuV2.class::isInstance).count();
        long other = platform.iommus().size() - v3 - v2;
        long ids = platform.masters().stream().map(Master::streams).mapToLong(List::size).sum();
        long bridges = platform.buses().stream().map(Bus::pci).filter(p -> p.isPresent()).count();
        List<String> parts = new ArrayList<>();
        addUnlessNone(parts, v3, "SMMUv3", "SMMUv3");
        addUnlessNone(parts, v2, "SMMUv1/v2", "SMMUv1/v2");
        addUnlessNone(parts, other, "other IOMMU", "other IOMMUs");
        addUnlessNone(parts, platform.masters().size(), "device", "devices");
        addUnlessNone(parts, ids, "stream ID", "stream IDs");
        addUnlessNone(parts, bridges, "PCI host bridge", "PCI host bridges");
        return parts.isEmpty()
                ? "no IOMMU and no device with stream IDs"
                : String.join("  ·  ", parts);
    }

    private static void addUnlessNone(List<String> parts, long number, String one, String many) {
        if (number > 0) {
            parts.add(Labels.count(number, one, many));
        }
    }
}
