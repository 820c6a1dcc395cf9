package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DOORBELL;
import static org.vinculum.qemu.trace.TracedGuest.FIRST_EVENT;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.guest.driver.DriverOptions;

/// Whatever a driver does with whatever SMMU, in whatever order: its trace replays.
class RandomTraceTest {
    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.0,1,8,4,false",
        "smmuv3-3.2,2,7,7,false",
        "smmuv3-3.2,12,8,7,true",
        "smmuv3-3.3,3,8,8,false",
        "mmu-700-r1p1,4,7,3,true",
        "thunderx2,5,8,5,true",
        "hi161x,6,8,4,true",
        "qemu-9.2,7,8,4,true"
    })
    void replays(String model, long seed, int commandBits, int eventBits, boolean spoils) {
        TracedGuest guest =
                new TracedGuest(
                        model,
                        Map.of(),
                        description -> new PlainSmmu(Models.of(model), description));
        DriverOptions options =
                DriverOptions.ordinary()
                        .withMessages(DOORBELL, FIRST_EVENT)
                        .withCommandBits(commandBits)
                        .withEventBits(eventBits);
        String where = model + ", seed " + seed;

        new RandomDriver(guest, spoils)
                .drive(model.equals("thunderx2") ? options.withPage0Only() : options, seed);

        assertThat(guest.progress).as(where).isEmpty();
        assertThat(guest.differences()).as(where).isZero();
        assertThat(Models.replay(guest.trace())).as(where).isEmpty();
        // An invalidation that a driver gives up makes a difference to who has caches.
        if (!spoils) {
            assertThat(Models.replayEverywhere(guest.trace())).as(where).isEmpty();
        }
    }
}
