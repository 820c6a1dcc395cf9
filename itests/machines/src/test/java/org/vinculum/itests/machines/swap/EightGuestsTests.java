package org.vinculum.itests.machines.swap;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.itests.machines.PlainHypervisor;

/// A hundred swaps under [EightGuests]. The number of swaps is `vinculum.machines.swaps`, the seed `vinculum.machines.seed`.
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EightGuestsTests {
    private static final int SWAPS = Integer.getInteger("vinculum.machines.swaps", 100);
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_470L);

    @Test
    void nothingIsLostEarlyOrTwice() throws InterruptedException {
        try (var guests = new EightGuests(new PlainHypervisor(), SEED, Duration.ofSeconds(60))) {
            guests.play(SWAPS);
            System.out.printf("eight guests: seed %d, %s%n", SEED, guests);
        }
    }
}
