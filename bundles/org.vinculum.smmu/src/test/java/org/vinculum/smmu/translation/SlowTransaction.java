package org.vinculum.smmu.translation;

/// A transaction after the overrides of its stream, for the reference.
///
/// @param substream -1 for none
/// @param upper whether stage 1 translates the upper half of addresses
/// @param context the index of its context descriptor
record SlowTransaction(
        int stream,
        int substream,
        int context,
        long address,
        boolean upper,
        boolean write,
        boolean fetch,
        boolean privileged) {
    static final SlowTransaction NOTHING =
            new SlowTransaction(0, -1, 0, 0, false, false, false, false);

    /// SSV and SSID of a record.
    long named() {
        return substream < 0 ? 0 : 1L << 11 | (long) substream << 12;
    }
}
