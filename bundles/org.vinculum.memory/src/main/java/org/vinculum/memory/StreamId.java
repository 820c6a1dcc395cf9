package org.vinculum.memory;

/// A stream ID as an SMMU sees it (IHI 0070, 3.2): 32 bits, unsigned, meaningful for one SMMU only.
public record StreamId(int value) implements Comparable<StreamId> {
    /// @throws IllegalArgumentException when `value` does not fit in 32 unsigned bits
    public static StreamId of(long value) {
        if (value < 0 || value > 0xffff_ffffL) {
            throw new IllegalArgumentException("not a 32-bit stream ID: " + value);
        }
        return new StreamId((int) value);
    }

    /// The value as a non-negative `long`.
    public long unsigned() {
        return Integer.toUnsignedLong(value);
    }

    @Override
    public int compareTo(StreamId other) {
        return Integer.compareUnsigned(value, other.value);
    }

    /// Lower-case hexadecimal without padding.
    @Override
    public String toString() {
        return "0x" + Integer.toHexString(value);
    }
}
