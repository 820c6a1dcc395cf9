package org.vinculum.memory;

/// Bytes from `start` up to, not including, `start + size`; never wraps past 2^64.
///
/// @param size in bytes, unsigned, may be 0
public record AddressRange(Address start, long size) {
    /// @throws IllegalArgumentException when the last byte would lie past 2^64 - 1
    public AddressRange {
        if (size != 0 && Long.compareUnsigned(start.value() + size - 1, start.value()) < 0) {
            throw new IllegalArgumentException(
                    "range wraps: start " + start + ", size 0x" + Long.toHexString(size));
        }
    }

    public static AddressRange of(long start, long size) {
        return new AddressRange(new Address(start), size);
    }

    public boolean contains(Address address) {
        return Long.compareUnsigned(address.value() - start.value(), size) < 0
                && address.compareTo(start) >= 0;
    }

    /// Whether at least one byte is in both; an empty range overlaps nothing.
    public boolean overlaps(AddressRange other) {
        return contains(other.start) && other.size != 0 || other.contains(start) && size != 0;
    }

    @Override
    public String toString() {
        return start + "+0x" + Long.toHexString(size);
    }
}
