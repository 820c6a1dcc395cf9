package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Cells;

/// `#…-cells` must be one cell with a number that some specifier could have (DTSpec 0.4, 2.3.5).
final class CellCountCheck implements PropertyCheck {
    // Linux: OF_MAX_ADDR_CELLS
    private static final int MOST_OF_ADDRESS = 4;

    private final Reading reading;

    CellCountCheck(Reading reading) {
        this.reading = reading;
    }

    static boolean counts(String property) {
        return property.startsWith("#") && property.endsWith("-cells");
    }

    @Override
    public void check(Node node, Property property) {
        if (property.length() != 4) {
            invalid(node, property, property.length() + " bytes");
            return;
        }
        long count = Integer.toUnsignedLong(property.cell(0));
        if (count > Cells.MOST) {
            invalid(node, property, String.valueOf(count));
        } else if (count > MOST_OF_ADDRESS && isOfBus(property)) {
            reading.warning(
                    "cells-many",
                    node,
                    property.name(),
                    count
                            + " cells are more than the 4 that Linux reads: children with reg get"
                            + " no addresses");
        }
    }

    private void invalid(Node node, Property property, String found) {
        reading.error(
                "cells-invalid",
                node,
                property.name(),
                "one cell of at most "
                        + Cells.MOST
                        + " is expected, not "
                        + found
                        + ": what is counted by it cannot be read");
    }

    private static boolean isOfBus(Property property) {
        return property.name().equals("#address-cells") || property.name().equals("#size-cells");
    }
}
