package org.vinculum.toolstack.guest;

import java.util.Arrays;
import org.vinculum.devicetree.model.Property;

/// Collects cells for a bus of two address and two size cells, as the guest's root is.
final class Wide {
    private final String name;
    private int[] cells = new int[16];
    private int count;

    private Wide(String name) {
        this.name = name;
    }

    static Wide of(String property) {
        return new Wide(property);
    }

    Wide cell(int value) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = value;
        return this;
    }

    Wide wide(long value) {
        return cell((int) (value >>> 32)).cell((int) value);
    }

    Wide range(long base, long size) {
        return wide(base).wide(size);
    }

    Property build() {
        return Property.cells(name, Arrays.copyOf(cells, count));
    }
}
