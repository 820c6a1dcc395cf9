package org.vinculum.smmu.spec.event;

import org.vinculum.smmu.spec.Words;

/// A transaction without a substream, or with substream 0, where the STE allows none such (7.3.7).
///
/// @param streamId 32 bits unsigned
public record FStreamDisabled(int streamId) implements Event {
    public static final int NUMBER = 0x06;

    static FStreamDisabled from(Words words) {
        return new FStreamDisabled((int) STREAM_ID.get(words));
    }

    @Override
    public int type() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(TYPE.of(NUMBER) | STREAM_ID.of(streamId), 0, 0, 0);
    }
}
