package org.vinculum.toolstack.dom0;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.toolstack.verdict.Sentences;

/// Makes the node of a physical SMMUv3 that of the virtual one at the same address: phandle, `reg` in its own parent's
/// cells, interrupts and their names, coherence and `msi-*` stay; what describes the silicon goes.
final class VirtualInPlace {
    private VirtualInPlace() {}

    /// Changes the node; what was removed or rewritten, for the note.
    static List<String> apply(Node node) {
        List<String> changed = new ArrayList<>();
        for (Property property : List.copyOf(node.properties())) {
            if (isErratum(property)) {
                node.remove(property.name());
                changed.add(property.name() + " removed");
            }
        }
        Property compatible = node.property("compatible").orElseThrow();
        List<String> strings = compatible.strings();
        if (strings.size() > 1) {
            node.set(Property.strings("compatible", IommuKind.SMMU_V3));
            changed.add("compatible was " + Sentences.list(strings));
        }
        return changed;
    }

    // Deviations of an implementation are flags with a vendor's prefix, such as
    // hisilicon,broken-prefetch-cmd.
    private static boolean isErratum(Property property) {
        return property.length() == 0 && property.name().indexOf(',') > 0;
    }
}
