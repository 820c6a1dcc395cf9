package org.vinculum.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StreamIdTest {
    @Test
    void allThirtyTwoBitsAreSignificantAndUnsigned() {
        var highest = StreamId.of(0xffff_ffffL);

        assertThat(highest.unsigned()).isEqualTo(0xffff_ffffL);
        assertThat(highest).isGreaterThan(StreamId.of(0)).hasToString("0xffffffff");
    }

    @Test
    void moreThanThirtyTwoBitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamId.of(0x1_0000_0000L));
        assertThatIllegalArgumentException().isThrownBy(() -> StreamId.of(-1));
    }
}
