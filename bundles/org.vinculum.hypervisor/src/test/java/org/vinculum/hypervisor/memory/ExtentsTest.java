package org.vinculum.hypervisor.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;

class ExtentsTest {
    private final Extents extents = new Extents();

    @Test
    void neighboursBecomeOneRun() {
        extents.add(0x1000, 0x1000);
        extents.add(0x3000, 0x1000);
        extents.add(0x2000, 0x1000);

        assertThat(extents.ranges()).containsExactly(AddressRange.of(0x1000, 0x3000));
    }

    @Test
    void onlyWhatIsThereInWholeIsTaken() {
        extents.add(0x1000, 0x3000);

        assertThat(extents.remove(0x3000, 0x2000)).isFalse();
        assertThat(extents.remove(0x0, 0x2000)).isFalse();
        assertThat(extents.remove(0x2000, 0x1000)).isTrue();
        assertThat(extents.ranges())
                .containsExactly(AddressRange.of(0x1000, 0x1000), AddressRange.of(0x3000, 0x1000));
    }

    @Test
    void placesAreFoundFromEitherEnd() {
        extents.add(0x1000, 0x4000);
        extents.add(0x9000, 0x6000);

        assertThat(extents.lowest(0x2000, 0x2000)).isEqualTo(0x2000);
        assertThat(extents.highest(0x2000, 0x2000)).isEqualTo(0xc000);
        assertThat(extents.lowest(0x5000, 0x1000)).isEqualTo(0x9000);
        assertThat(extents.lowest(0x2000, 0x10000)).isEqualTo(Extents.NONE);
        assertThat(extents.highest(0x7000, 0x1000)).isEqualTo(Extents.NONE);
    }

    @Test
    void itHoldsWhatASetOfSinglePagesHolds() {
        long seed = 0x5eed;
        var random = new SplittableRandom(seed);
        var pages = new BitSet();
        for (int step = 0; step < 20_000; step++) {
            int start = random.nextInt(256);
            int count = 1 + random.nextInt(8);
            boolean none = pages.get(start, start + count).isEmpty();
            boolean all = pages.get(start, start + count).cardinality() == count;
            assertThat(extents.overlaps(start, count)).as("seed %d", seed).isEqualTo(!none);
            if (none) {
                extents.add(start, count);
                pages.set(start, start + count);
            } else {
                assertThat(extents.remove(start, count)).as("seed %d", seed).isEqualTo(all);
                if (all) {
                    pages.clear(start, start + count);
                }
            }
            assertThat(pagesOf(extents)).as("seed %d, step %d", seed, step).isEqualTo(pages);
        }
    }

    private static BitSet pagesOf(Extents extents) {
        var pages = new BitSet();
        for (AddressRange range : extents.ranges()) {
            int start = (int) range.start().value();
            pages.set(start, start + (int) range.size());
        }
        return pages;
    }
}
