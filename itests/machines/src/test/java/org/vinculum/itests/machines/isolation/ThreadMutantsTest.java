package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.itests.machines.swap.EightGuests;

/// The oracle of swaps under threads can fail: it finds each hypervisor that lets others in, and no other.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadMutantsTest {
    private static final long SEED = 5_670L;
    private static final int SWAPS = 40;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void aHypervisorThatLetsOthersInIsFound(ThreadMutants mutant) throws InterruptedException {
        String breach = found(mutant, Duration.ofSeconds(3));

        System.out.printf("mutant %s: %s%n", mutant, breach);
        assertThat(breach).as("%s", mutant).isNotNull();
    }

    @Test
    void oneThatTakesItsTimeIsNot() throws InterruptedException {
        assertThat(found(ThreadMutants.RIGHT, Duration.ofSeconds(60))).isNull();
    }

    private static String found(ThreadMutants mutant, Duration patience)
            throws InterruptedException {
        try (EightGuests guests = new EightGuests(mutant.hypervisor(), SEED, patience)) {
            guests.play(SWAPS);
            return null;
        } catch (AssertionError e) {
            return e.getMessage().replace('\n', ' ');
        }
    }
}
