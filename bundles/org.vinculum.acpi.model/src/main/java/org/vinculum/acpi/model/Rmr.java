package org.vinculum.acpi.model;

/// Reserved memory ranges: memory that devices use from before the start, so that it has to stay mapped (DEN0049, 3.1.1.8).
///
/// @param flags bit 0 [#REMAP_PERMITTED], bit 1 [#PRIVILEGED], bits 9:2 [#attributes()]; the others are reserved
/// @param ranges the descriptors
/// @param mappings each names a stream of an SMMU that uses the ranges
public record Rmr(
        NodeHead head, int flags, TableArray<Range> ranges, TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 6;
    public static final int REMAP_PERMITTED = 1;
    public static final int PRIVILEGED = 1 << 1;

    /// @param base physical address
    /// @param length in bytes, unsigned
    /// @param reserved 32 bits
    public record Range(long base, long length, int reserved) {
        /// Bytes of a descriptor.
        public static final int LENGTH = 20;
    }

    /// 0 nGnRnE, 1 nGnRE, 2 nGRE, 3 GRE, 4 Normal non-cacheable, 5 Normal write-back inner shareable.
    public int attributes() {
        return flags >>> 2 & 0xff;
    }

    @Override
    public int type() {
        return TYPE;
    }
}
