package org.vinculum.devicetree.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Interrupts;

/// The interrupts of an SMMUv3 are found by name (Linux: `arm,smmu-v3.yaml`); one that is not is never taken.
final class SmmuV3InterruptCheck {
    private static final String COMBINED = "combined";
    private static final Set<String> NAMES =
            Set.of(COMBINED, "eventq", "gerror", "priq", "cmdq-sync");

    private final Reading reading;

    SmmuV3InterruptCheck(Reading reading) {
        this.reading = reading;
    }

    void check(Node node) {
        int lines = Interrupts.of(node, reading.index()).lines().size();
        List<String> names =
                node.property("interrupt-names").map(Property::strings).orElse(List.of());
        if (lines == 0 && !node.has("interrupts") && !node.has("interrupts-extended")) {
            checkSilence(node);
        } else if (lines != names.size()) {
            reading.warning(
                    "smmuv3-interrupt-names",
                    node,
                    "interrupt-names",
                    lines
                            + " interrupts and "
                            + names.size()
                            + " names: drivers find interrupts by name and take the wrong ones or"
                            + " none");
        }
        checkNames(node, names);
    }

    private void checkSilence(Node node) {
        if (node.has("msi-parent")) {
            reading.note(
                    "smmuv3-msi-only",
                    node,
                    "the node has msi-parent and no wired interrupts: an SMMU that cannot send MSIs"
                            + " reports no faults");
        } else {
            reading.warning(
                    "smmuv3-interrupts",
                    node,
                    "the node has neither interrupts nor msi-parent: faults of devices are never"
                            + " reported");
        }
    }

    private void checkNames(Node node, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String fault = "";
            if (!NAMES.contains(name)) {
                fault = "is none of combined, eventq, gerror, priq and cmdq-sync";
            } else if (!seen.add(name)) {
                fault = "is there twice";
            } else if (name.equals(COMBINED) && names.size() > 1) {
                fault = "stands beside others, which drivers ignore then";
            }
            if (!fault.isEmpty()) {
                reading.warning(
                        "smmuv3-interrupt-names",
                        node,
                        "interrupt-names",
                        "'"
                                + Printable.of(name)
                                + "' "
                                + fault
                                + ": that interrupt is never taken");
            }
        }
    }
}
