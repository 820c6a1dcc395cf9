package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Words;

/// An event of the vendor: types 0xe0 to 0xef (7.3.21). All other bits are the vendor's.
///
/// @param words the four words
public record ImplementationDefined(int type, Words words) implements Event {
    static final int FIRST = 0xe0;
    static final int LAST = 0xef;

    /// The bits where every event of the architecture has its stream.
    @Override
    public int streamId() {
        return (int) STREAM_ID.get(words);
    }

    @Override
    public Words encode() {
        return words;
    }

    static boolean has(int type) {
        return type >= FIRST && type <= LAST;
    }
}
