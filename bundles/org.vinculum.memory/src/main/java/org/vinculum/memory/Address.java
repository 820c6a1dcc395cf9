package org.vinculum.memory;

/// A physical or intermediate physical address in bytes; all 64 bits are significant, unsigned.
public record Address(long value) implements Comparable<Address> {
    /// Lower-case hexadecimal without padding, as every report prints it.
    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }

    @Override
    public int compareTo(Address other) {
        return Long.compareUnsigned(value, other.value);
    }
}
