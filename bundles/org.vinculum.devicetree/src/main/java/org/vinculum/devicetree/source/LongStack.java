package org.vinculum.devicetree.source;

import java.util.Arrays;

/// Operands waiting for their operator.
final class LongStack {
    private long[] values = new long[8];
    private int size;

    void push(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long pop() {
        return values[--size];
    }
}
