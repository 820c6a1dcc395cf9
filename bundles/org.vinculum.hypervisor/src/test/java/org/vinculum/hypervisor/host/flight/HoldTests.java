package org.vinculum.hypervisor.host.flight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whoever swaps a model holds the transactions in front of it, and is not held up by one of them.
class HoldTests {
    private static final long SHORT = 1_000_000;
    private static final long LONG = 60_000_000_000L;

    private final Flights flights = new Flights();
    private final Flight one = flights.open();

    @Test
    void oneThatDoesNotEndIsWaitedForSoLong() {
        one.begin();
        assertThat(flights.hold(SHORT)).isFalse();
        flights.resume();

        one.end();
        assertThat(flights.hold(SHORT)).isTrue();
    }

    @Test
    void oneWhoseDeviceTriesAgainAndAgainIsWaitedForOnce() throws InterruptedException {
        Thread device =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                one.begin();
                                one.end();
                            }
                        });

        assertThat(flights.hold(LONG)).isTrue();

        flights.resume();
        device.interrupt();
        device.join();
    }
}
