package org.vinculum.hypervisor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;

class MessageFrameTest {
    private static final long FRAME = 0x0809_0000L;

    private final List<Integer> events = new ArrayList<>();
    private final MessageFrame frame =
            new MessageFrame(AddressRange.of(FRAME, 0x1_0000), events::add);

    @Test
    void aWriteToTheTranslaterIsAnEvent() {
        assertThat(frame.write(FRAME + 0x40, 0x21)).isTrue();

        assertThat(events).containsExactly(0x21);
    }

    @Test
    void reservedRegistersAnswerAndDoNothing() {
        assertThat(frame.write(FRAME, 1)).isTrue();
        assertThat(frame.write(FRAME + 0xfffc, 1)).isTrue();

        assertThat(events).isEmpty();
    }

    @Test
    void nothingAnswersOutside() {
        assertThat(frame.write(FRAME - 4, 1)).isFalse();
        assertThat(frame.write(FRAME + 0x1_0000, 1)).isFalse();
        assertThat(frame.write(FRAME + 0x1_0040, 1)).isFalse();
    }

    @Test
    void aFrameOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageFrame(AddressRange.of(FRAME, 0x1000), events::add));
    }
}
