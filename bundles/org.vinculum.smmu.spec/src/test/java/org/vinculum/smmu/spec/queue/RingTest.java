package org.vinculum.smmu.spec.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Indexes of a queue (IHI 0070, 3.5.1).
class RingTest {
    @Test
    void theSizeIsAtMostWhatTheImplementationHas() {
        assertThat(Ring.of(0x4000_001fL, 8, 16).size()).isEqualTo(256);
    }

    @Test
    void theBaseIsAlignedToTheSize() {
        assertThat(Ring.of(0x4000_1fe0L | 1L << 62 | 8, 8, 16).address()).isEqualTo(0x4000_1000L);
        assertThat(Ring.of(0x4000_1fe0L, 8, 16).address()).isEqualTo(0x4000_1fe0L);
    }

    @Test
    void aFullQueueDiffersInTheWrapBitOnly() {
        Ring ring = Ring.of(0x4000_0002L, 8, 16);
        assertThat(ring.full(4, 0)).isTrue();
        assertThat(ring.full(0x80000001, 5)).isTrue();
        assertThat(ring.full(3, 0)).isFalse();
        assertThat(ring.full(4, 4)).isFalse();
        assertThat(ring.filled(1, 7)).isEqualTo(2);
        assertThat(ring.next(7)).isZero();
        assertThat(ring.entry(7)).isEqualTo(0x4000_0000L + 3 * 16);
    }
}
