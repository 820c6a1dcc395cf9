package org.vinculum.toolstack.dom0;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.MapEntries;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.devicetree.model.view.TreeIndex;

/// Takes references to hidden IOMMUs out of a node.
///
/// As Xen does: where the first target of `iommus`, or without it of `iommu-map`, is hidden, both go, and the mask. Where
/// a later one is, its entry goes, which Xen would leave dangling.
final class References {
    private static final List<String> ALL = List.of("iommus", "iommu-map", "iommu-map-mask");

    private final TreeIndex index;
    private final Set<Node> hidden;

    References(TreeIndex index, Set<Node> hidden) {
        this.index = index;
        this.hidden = hidden;
    }

    /// What was taken out, for the note; empty when nothing was.
    List<String> drop(Node node) {
        List<String> dropped = new ArrayList<>();
        if (firstTarget(node).filter(hidden::contains).isPresent()) {
            for (String name : ALL) {
                if (node.remove(name)) {
                    dropped.add(name);
                }
            }
            return dropped;
        }
        node.property("iommus").ifPresent(p -> thin(node, p, specifiers(p), dropped));
        node.property("iommu-map").ifPresent(p -> thin(node, p, mapEntries(p), dropped));
        return dropped;
    }

    private Optional<Node> firstTarget(Node node) {
        Optional<Node> first = target(node, "iommus", 0);
        return first.isPresent() ? first : target(node, "iommu-map", 1);
    }

    private Optional<Node> target(Node node, String property, int cell) {
        return node.property(property)
                .filter(p -> p.cellCount() > cell)
                .flatMap(p -> index.byPhandle(p.cell(cell)));
    }

    /// Part of a property: the cells of one entry, and what it refers to.
    private record Part(int from, int to, Node target) {}

    private List<Part> specifiers(Property iommus) {
        List<Part> parts = new ArrayList<>();
        for (Specifiers.Entry e : Specifiers.read(iommus, "#iommu-cells", index).entries()) {
            parts.add(new Part(e.at(), e.at() + 1 + e.cells().size(), e.target()));
        }
        return parts;
    }

    private List<Part> mapEntries(Property map) {
        List<Part> parts = new ArrayList<>();
        for (MapEntries.Entry e : MapEntries.read(map, MapEntries.Kind.IOMMU, index).entries()) {
            parts.add(new Part(e.at(), e.at() + 3 + e.output().size(), e.target()));
        }
        return parts;
    }

    private void thin(Node node, Property property, List<Part> parts, List<String> dropped) {
        int[] cells = property.cells();
        int kept = 0;
        int copied = 0;
        int removed = 0;
        for (Part part : parts) {
            if (hidden.contains(part.target())) {
                System.arraycopy(cells, copied, cells, kept, part.from() - copied);
                kept += part.from() - copied;
                copied = part.to();
                removed++;
            }
        }
        if (removed > 0) {
            System.arraycopy(cells, copied, cells, kept, cells.length - copied);
            kept += cells.length - copied;
            node.set(Property.cells(property.name(), Arrays.copyOf(cells, kept)));
            dropped.add(removed + " of the entries of " + property.name());
        }
    }
}
