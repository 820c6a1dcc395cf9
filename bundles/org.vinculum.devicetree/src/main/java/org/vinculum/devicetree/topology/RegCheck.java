package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.CellCounts;

/// `reg` is made of whole entries in the cell counts of the parent (DTSpec 0.4, 2.3.6).
final class RegCheck implements PropertyCheck {
    private final Reading reading;

    RegCheck(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void check(Node node, Property property) {
        CellCounts counts = CellCounts.of(node);
        int entry = counts.pair() * 4;
        if (entry != 0 && property.length() != 0 && property.length() % entry == 0) {
            return;
        }
        String message =
                property.length()
                        + " bytes are no whole number of entries of "
                        + counts.address()
                        + " address and "
                        + counts.size()
                        + " size cells";
        if (parentCounts(node)) {
            reading.error(
                    "reg-length",
                    node,
                    "reg",
                    message + ": the registers are read at a wrong place or not at all");
        } else {
            reading.warning(
                    "reg-default-cells",
                    node,
                    "reg",
                    message
                            + ", the default where the parent counts none: only drivers that count"
                            + " for themselves can read it");
        }
    }

    private static boolean parentCounts(Node node) {
        Node parent = node.parent().orElse(node);
        return parent.has("#address-cells") || parent.has("#size-cells");
    }
}
