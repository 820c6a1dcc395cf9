package org.vinculum.qemu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdlePausesTest {
    private final IdlePauses pauses = new IdlePauses();

    @Test
    void theFirstQuietRoundsFollowOneAnotherAtOnce() {
        for (int i = 0; i < IdlePauses.SPINS; i++) {
            assertThat(pauses.after(false)).isZero();
        }
        assertThat(pauses.after(false)).isEqualTo(IdlePauses.SHORT_NANOS);
    }

    @Test
    void aLongQuietTimeMakesPausesLongerAndNothingMakesThemAMillisecond() {
        quiet(IdlePauses.SPINS + IdlePauses.SHORT_PAUSES);

        assertThat(pauses.after(false)).isEqualTo(IdlePauses.LONG_NANOS);
        quiet(1000);
        assertThat(pauses.after(false)).isEqualTo(IdlePauses.LONG_NANOS).isLessThan(1_000_000);
    }

    @Test
    void whatIsFoundStartsAllOverAgain() {
        quiet(2 * IdlePauses.SHORT_PAUSES);

        assertThat(pauses.after(true)).isZero();
        assertThat(pauses.after(false)).isZero();
    }

    private void quiet(int rounds) {
        for (int i = 0; i < rounds; i++) {
            pauses.after(false);
        }
    }
}
