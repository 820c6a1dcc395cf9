package org.vinculum.smmu.isolation;

/// What a hypervisor has decided about one range of intermediate addresses: plain data, no tables.
///
/// @param log2Size of the range, to which both addresses are aligned
record Mapping(long ipa, long pa, int log2Size, boolean readable, boolean writable) {
    long size() {
        return 1L << log2Size;
    }

    boolean maps(long address) {
        return Long.compareUnsigned(address - ipa, size()) < 0;
    }

    long output(long address) {
        return pa + (address - ipa);
    }

    /// Whether all of a physical range is in here.
    boolean owns(long start, long length) {
        long offset = start - pa;
        return Long.compareUnsigned(offset, size()) < 0 && size() - offset >= length;
    }
}
