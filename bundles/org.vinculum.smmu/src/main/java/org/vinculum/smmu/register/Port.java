package org.vinculum.smmu.register;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/// A register whose value lives elsewhere.
record Port(IntSupplier value, IntConsumer written) implements Cell {
    private static final IntConsumer NOWHERE = _ -> {};

    static Port readOnly(IntSupplier value) {
        return new Port(value, NOWHERE);
    }

    @Override
    public int read() {
        return value.getAsInt();
    }

    @Override
    public void write(int next) {
        written.accept(next);
    }
}
