package org.vinculum.qemu.trace;

import java.util.function.Consumer;

/// Counts where an SMMU and its twin do not agree, and tells of the first time.
final class Differences {
    private final Consumer<String> progress;
    private long count;
    private long undecided;

    Differences(Consumer<String> progress) {
        this.progress = progress;
    }

    /// @param what for people
    /// @param twin what the twin has
    /// @param smmu what the SMMU has
    void add(String what, Object twin, Object smmu) {
        count++;
        if (count == 1) {
            progress.accept(
                    "The SMMU differs from a plain model: " + what + ": " + smmu + ", not " + twin);
        }
    }

    /// One that may be the order of things: the SMMU had work to do that its twin had done.
    void undecided() {
        undecided++;
    }

    long count() {
        return count;
    }

    long undecidedCount() {
        return undecided;
    }
}
