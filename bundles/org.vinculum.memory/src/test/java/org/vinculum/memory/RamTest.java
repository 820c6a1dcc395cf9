package org.vinculum.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class RamTest {
    private final MemorySegment bytes = Arena.ofAuto().allocate(0x2000, 8);
    private final Ram ram = new Ram(0x8000_0000L, bytes);

    @Test
    void wordsAreLittleEndianOnEveryMachine() {
        ram.setLong(0x10, 0x0102_0304_0506_0708L);

        assertThat(bytes.get(ValueLayout.JAVA_BYTE, 0x10)).isEqualTo((byte) 8);
        assertThat(ram.getInt(0x14)).isEqualTo(0x0102_0304);
    }

    @Test
    void itHoldsAnAccessOnlyWhenAllOfItIsInside() {
        assertThat(ram.holds(0x8000_0000L, 0x2000)).isTrue();
        assertThat(ram.holds(0x8000_1ff8L, 8)).isTrue();
        assertThat(ram.holds(0x8000_1ffcL, 8)).isFalse();
        assertThat(ram.holds(0x7fff_ffffL, 8)).isFalse();
        assertThat(ram.holds(-1, 8)).isFalse();
    }

    @Test
    void aValueThatChangedMeanwhileIsNotReplaced() {
        ram.setLong(8, 1);

        assertThat(ram.compareAndSetLong(8, 2, 3)).isFalse();
        assertThat(ram.compareAndSetLong(8, 1, 3)).isTrue();
        assertThat(ram.getLongAcquire(8)).isEqualTo(3);
    }

    @Test
    void ramThatWouldWrapIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ram(0xffff_ffff_ffff_f000L, bytes))
                .withMessageContaining("wraps");
    }

    @Test
    void ramOfHalfAPageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ram(0x1000, bytes.asSlice(0, 0x800)))
                .withMessageContaining("0x800 bytes at 0x1000");
    }

    @Test
    void anArrayOnTheHeapIsNoRam() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ram(0x1000, MemorySegment.ofArray(new long[512])))
                .withMessageContaining("native");
    }
}
