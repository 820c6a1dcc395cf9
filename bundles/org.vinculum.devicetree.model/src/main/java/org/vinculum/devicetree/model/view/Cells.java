package org.vinculum.devicetree.model.view;

import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Reads cells: the properties that count them, and numbers made of one or more.
public final class Cells {
    /// The most cells a `#…-cells` property may ask for (Linux: `MAX_PHANDLE_ARGS`).
    public static final int MOST = 16;

    private Cells() {}

    /// The value of a `#…-cells` property; empty when it is absent, not one cell, or more than [#MOST].
    public static OptionalInt count(Node node, String name) {
        Property property = node.property(name).orElse(null);
        if (property == null || property.length() != 4) {
            return OptionalInt.empty();
        }
        int count = property.cell(0);
        return count < 0 || count > MOST ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /// One cell, when the property is there and exactly that long.
    public static OptionalInt single(Node node, String name) {
        Property property = node.property(name).orElse(null);
        return property == null || property.length() != 4
                ? OptionalInt.empty()
                : OptionalInt.of(property.cell(0));
    }

    /// The number in `count` cells from cell `at` on, most significant first: its low 64 bits, 0 for no cells.
    ///
    /// @throws IndexOutOfBoundsException when the property is shorter
    public static long number(Property property, int at, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 32 | Integer.toUnsignedLong(property.cell(at + i));
        }
        return number;
    }
}
