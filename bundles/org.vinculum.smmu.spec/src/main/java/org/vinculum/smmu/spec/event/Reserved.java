package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Words;

/// A type that the architecture does not define. Software takes it for something that is not fatal (7.3).
///
/// @param words the four words
public record Reserved(int type, Words words) implements Event {
    /// The bits where every event of the architecture has its stream.
    @Override
    public int streamId() {
        return (int) STREAM_ID.get(words);
    }

    @Override
    public Words encode() {
        return words;
    }
}
