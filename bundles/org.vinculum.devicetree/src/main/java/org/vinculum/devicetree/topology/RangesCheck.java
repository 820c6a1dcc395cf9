package org.vinculum.devicetree.topology;

import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.CellCounts;
import org.vinculum.devicetree.model.view.Window;

/// `ranges` and `dma-ranges` are made of whole windows that stay in the address space (DTSpec 0.4, 2.3.8 and 2.3.9).
final class RangesCheck implements PropertyCheck {
    private final Reading reading;

    RangesCheck(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void check(Node node, Property property) {
        if (property.length() == 0 || node.parent().isEmpty()) {
            return;
        }
        int entry = Window.cells(node) * 4;
        if (entry == 0 || property.length() % entry != 0) {
            CellCounts below = CellCounts.below(node);
            reading.error(
                    "ranges-length",
                    node,
                    property.name(),
                    property.length()
                            + " bytes are no whole number of windows of "
                            + below.address()
                            + " child address, "
                            + CellCounts.of(node).address()
                            + " parent address and "
                            + below.size()
                            + " size cells: nothing below the bus gets an address");
            return;
        }
        List<Window> windows = Window.of(node, property.name());
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).wraps()) {
                reading.error(
                        "ranges-wrap",
                        node,
                        property.name(),
                        "window "
                                + (i + 1)
                                + " runs past the end of the address space: addresses in it lead"
                                + " elsewhere");
            }
        }
    }
}
