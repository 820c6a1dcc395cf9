package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Kind;
import org.vinculum.drawing.Diagram.Link;
import org.vinculum.drawing.Diagram.Tone;
import org.vinculum.firmware.Iommu;

/// Collects boxes and links while a platform is walked, and knows which box is which IOMMU's.
final class Sheet {
    /// More IOMMUs than this are counted below the picture instead of drawn.
    static final int MOST_IOMMUS = 64;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> iommus = new HashMap<>();
    private final Set<String> undrawn = new HashSet<>();

    int add(Box box) {
        boxes.add(box);
        return boxes.size() - 1;
    }

    void add(Iommu iommu) {
        Box box =
                new Box(
                        kind(iommu),
                        Labels.lastName(iommu.path()),
                        details(iommu),
                        iommu.path(),
                        iommu.enabled());
        addIommu(iommu.path(), box);
    }

    /// Links a box to an IOMMU; nothing happens when that one is not drawn.
    void link(int from, String iommu, List<String> labels, Tone tone) {
        OptionalInt to = indexOf(iommu);
        if (to.isPresent()) {
            boolean enabled = boxes.get(from).enabled() && boxes.get(to.getAsInt()).enabled();
            links.add(new Link(from, to.getAsInt(), labels, tone, enabled));
        }
    }

    /// Whether links to this IOMMU can be drawn. One that the firmware only refers to gets a box here.
    boolean draws(String iommu) {
        return indexOf(iommu).isPresent();
    }

    int undrawnIommus() {
        return undrawn.size();
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Link> links() {
        return links;
    }

    private OptionalInt indexOf(String iommu) {
        if (!iommus.containsKey(iommu) && !undrawn.contains(iommu)) {
            String name = Labels.lastName(iommu);
            addIommu(iommu, new Box(Kind.OTHER_IOMMU, name, List.of("not described"), iommu, true));
        }
        Integer index = iommus.get(iommu);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private void addIommu(String path, Box box) {
        if (iommus.size() < MOST_IOMMUS) {
            iommus.put(path, add(box));
        } else {
            undrawn.add(path);
        }
    }

    private static Kind kind(Iommu iommu) {
        return switch (iommu) {
            case Iommu.SmmuV3 _ -> Kind.SMMU_V3;
            case Iommu.SmmuV2 _ -> Kind.SMMU_V2;
            case Iommu.OtherIommu _ -> Kind.OTHER_IOMMU;
        };
    }

    private static List<String> details(Iommu iommu) {
        String base = iommu.base().map(b -> "  " + b).orElse("");
        String state = iommu.enabled() ? "" : "  (disabled)";
        String kind =
                switch (iommu) {
                    case Iommu.SmmuV3 _ -> "SMMUv3";
                    case Iommu.SmmuV2 v2 -> v2.compatible().isEmpty() ? "SMMUv2" : v2.compatible();
                    case Iommu.OtherIommu other -> other.kind();
                };
        return List.of(Labels.elided(kind, Labels.LONGEST) + base + state);
    }
}
