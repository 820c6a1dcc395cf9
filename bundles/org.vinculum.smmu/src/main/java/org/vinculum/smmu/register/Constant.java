package org.vinculum.smmu.register;

/// A register that always says the same.
record Constant(int value) implements Cell {
    @Override
    public int read() {
        return value;
    }

    @Override
    public void write(int ignored) {}
}
