package org.vinculum.qemu.poll;

/// How long to wait after a round in which nothing was found. Counts rounds, not time.
///
/// A guest's threads need the processors that looking uses: on two of them, looking without a pause, or with no more than a
/// yield, lets the guest do 150 map and unmap pairs a second instead of 4,900. A guest that waits for an answer, though,
/// writes again within microseconds of it.
final class IdlePauses {
    /// Rounds without a pause: as long as a guest takes from one command to the next.
    static final int SPINS = 50;

    /// Short for a guest that waits for its next command, long for the kernel's scheduler, which makes 60 µs and more of it.
    static final long SHORT_NANOS = 10_000;

    /// Short pauses before long ones: at least a tenth of a second without anything.
    static final int SHORT_PAUSES = 10_000;

    /// With the scheduler's part still less than a millisecond until the first command after a quiet time is seen.
    static final long LONG_NANOS = 500_000;

    private int quiet;

    /// @param busy whether the round found something
    /// @return nanoseconds to wait before the next one; 0 for none
    long after(boolean busy) {
        if (busy) {
            quiet = 0;
            return 0;
        }
        if (quiet < SPINS) {
            quiet++;
            return 0;
        }
        if (quiet < SPINS + SHORT_PAUSES) {
            quiet++;
            return SHORT_NANOS;
        }
        return LONG_NANOS;
    }
}
