package org.vinculum.smmu.table;

/// How a descriptor holds the address of a page, block or next-level table (VMSAv8-64, descriptor formats).
public enum AddressLayout {
    /// In place, up to bit 47.
    ORDINARY_4K(Granule.KIB_4, AddressSizes.ORDINARY),
    ORDINARY_16K(Granule.KIB_16, AddressSizes.ORDINARY),
    ORDINARY_64K(Granule.KIB_64, AddressSizes.ORDINARY),
    /// In place up to bit 49; bits 51:50 are in 9:8, where the shareability was.
    WIDE_4K(Granule.KIB_4, 50),
    WIDE_16K(Granule.KIB_16, 50),
    /// In place up to bit 47; bits 51:48 are in 15:12.
    LARGE_64K(Granule.KIB_64, AddressSizes.ORDINARY);

    private static final int WIDE_FROM = 8;
    private static final long WIDE_BITS = 0x3;
    private static final int WIDE_TO = 50;
    private static final int LARGE_FROM = 12;
    private static final long LARGE_BITS = 0xf;
    private static final int LARGE_TO = 48;

    private final long inPlace;

    AddressLayout(Granule granule, int end) {
        this.inPlace = (1L << end) - (1L << granule.pageBits());
    }

    static AddressLayout of(Granule granule, boolean wide, int implementedBits) {
        return switch (granule) {
            case KIB_4 -> wide ? WIDE_4K : ORDINARY_4K;
            case KIB_16 -> wide ? WIDE_16K : ORDINARY_16K;
            case KIB_64 -> implementedBits >= AddressSizes.LARGE ? LARGE_64K : ORDINARY_64K;
        };
    }

    /// Whether the descriptor's shareability field has become part of the address.
    public boolean wide() {
        return this == WIDE_4K || this == WIDE_16K;
    }

    /// The address in a descriptor.
    public long address(long descriptor) {
        long address = descriptor & inPlace;
        return switch (this) {
            case WIDE_4K, WIDE_16K -> address | (descriptor >>> WIDE_FROM & WIDE_BITS) << WIDE_TO;
            case LARGE_64K -> address | (descriptor >>> LARGE_FROM & LARGE_BITS) << LARGE_TO;
            default -> address;
        };
    }
}
