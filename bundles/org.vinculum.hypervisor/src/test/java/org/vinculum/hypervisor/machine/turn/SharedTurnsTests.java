package org.vinculum.hypervisor.machine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;

class SharedTurnsTests implements Client {
    private final AtomicLong nanos = new AtomicLong(1000);
    private final SharedTurns turns = new SharedTurns(new DeficitRoundRobin().create(), nanos::get);

    @Test
    void theLowestFreeNumberIsGivenAgain() {
        assertThat(turns.add(this, 1)).isZero();
        assertThat(turns.add(this, 1)).isEqualTo(1);
        turns.remove(0);

        assertThat(turns.add(this, 1)).isZero();
        assertThat(turns.clients()).hasSize(2);
    }

    @Test
    void whoWaitsIsCountedUntilItIsServed() {
        int one = turns.add(this, 1);
        int other = turns.add(this, 1);
        turns.ready(one);
        turns.ready(one);
        nanos.addAndGet(40);
        turns.served(other, 7, false);

        assertThat(turns.anybodyWaits()).isTrue();
        assertThat(turns.next().client()).isSameAs(this);
        assertThat(turns.served(one, 5, false)).isEqualTo(40);
        assertThat(turns.anybodyWaits()).isFalse();
        assertThat(turns.next()).isNull();
        assertThat(turns.commandsWaited(one)).isEqualTo(7);
        assertThat(turns.nanosWaited(one)).isEqualTo(40);
        assertThat(turns.nanosWaited(other)).isZero();
    }

    @Test
    void whoHasMoreToDoWaitsAnew() {
        int one = turns.add(this, 1);
        turns.ready(one);
        nanos.addAndGet(10);
        turns.served(one, 64, true);
        nanos.addAndGet(5);
        assertThat(turns.anybodyWaits()).isTrue();

        turns.served(one, 1, false);

        assertThat(turns.nanosWaited(one)).isEqualTo(15);
        assertThat(turns.commandsWaited(one)).isZero();
    }

    @Test
    void whoIsGoneDoesNotWait() {
        int one = turns.add(this, 1);
        turns.ready(one);

        turns.remove(one);

        assertThat(turns.anybodyWaits()).isFalse();
        assertThat(turns.next()).isNull();
    }

    @Test
    void aBellThatNobodyHasHeardRingsOnce() {
        var bell = new Bell();
        var rung = new AtomicInteger();
        bell.ring();
        bell.listener(rung::incrementAndGet);
        bell.ring();
        assertThat(rung.get()).isEqualTo(1);

        bell.heard();
        bell.ring();
        assertThat(rung.get()).isEqualTo(2);
    }

    @Override
    public int serve(int allowed) {
        throw new AssertionError("it is not served by asking who is next");
    }

    @Override
    public void progress() {}
}
