package org.vinculum.smmu.translation;

/// What becomes of a transaction: an address with its attributes, or an abort with or without an event record. Filled again
/// and again, so that a million cases cost no garbage.
final class SlowAnswer {
    /// The address, or a negative value of `Outcome`.
    long output;

    int attributes;
    int log2Size;

    /// Whether there is a record.
    boolean event;

    final long[] words = new long[4];

    boolean isFault() {
        return output < 0;
    }

    void address(long where, int how, int size) {
        output = where;
        attributes = how;
        log2Size = size;
        event = false;
    }

    @Override
    public String toString() {
        if (!isFault()) {
            return "%x attributes %x size 2^%d".formatted(output, attributes, log2Size);
        }
        return event
                ? "%d, event %x %x %x %x".formatted(output, words[0], words[1], words[2], words[3])
                : "%d, no event".formatted(output);
    }
}
