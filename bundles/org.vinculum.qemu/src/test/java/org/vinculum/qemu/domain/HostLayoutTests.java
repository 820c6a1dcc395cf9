package org.vinculum.qemu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.Ram;

class HostLayoutTests {
    private static final long GIB = 1L << 30;

    private static Ram ram(long start) {
        return new Ram(start, Arena.ofAuto().allocate(4096, 8));
    }

    @Test
    void theGuestsRamIsInTheUpperHalf() {
        Ram guest = ram(GIB);

        Ram shared = new HostLayout(44).shared(guest);

        assertThat(shared.start()).isEqualTo((1L << 43) + GIB);
        assertThat(shared.segment()).isSameAs(guest.segment());
    }

    @Test
    void guestsFitIntoHalfOfTheAddresses() {
        assertThat(new HostLayout(32).holds(ram(2 * GIB - 4096))).isTrue();
        assertThat(new HostLayout(32).holds(ram(2 * GIB))).isFalse();
        assertThat(new HostLayout(36).holds(ram(2 * GIB))).isTrue();
        assertThat(new HostLayout(48).holds(ram(-4096))).isFalse();
    }

    @Test
    void nothingBelowIsOnAnythingElse() {
        var places =
                java.util.List.of(
                        HostLayout.frame(0),
                        HostLayout.frame(1),
                        HostLayout.messageFrame(),
                        HostLayout.tables());
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(places.get(i).overlaps(places.get(j))).isFalse();
            }
            long end = places.get(i).start().value() + places.get(i).size();
            assertThat(end).isLessThanOrEqualTo(GIB);
        }
    }
}
