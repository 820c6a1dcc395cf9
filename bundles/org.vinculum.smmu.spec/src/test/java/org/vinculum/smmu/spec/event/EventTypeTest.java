package org.vinculum.smmu.spec.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Layout;
import org.vinculum.smmu.spec.Words;

/// All 256 event numbers (IHI 0070, 7.3).
class EventTypeTest {
    @Test
    void sixteenTypesBelongToTheVendorWithAllTheirBits() {
        for (int type = 0xe0; type <= 0xef; type++) {
            Words record = Words.of(0xffff_ff42_ffff_ff00L | type, -1L, -1L, -1L);

            assertThat(Event.decode(record)).isEqualTo(new ImplementationDefined(type, record));
            assertThat(Event.decode(record).streamId()).isEqualTo(0xffff_ff42);
        }
    }

    @Test
    void nineteenTypesAreOfTheArchitectureAndTheOthersReserved() {
        int own = 0;
        for (int type = 0; type < 0xe0; type++) {
            Event event = Event.decode(Words.of(type, 0, 0, 0));
            assertThat(event.type()).isEqualTo(type);
            own += event instanceof Reserved ? 0 : 1;
        }
        assertThat(own).isEqualTo(19);
        assertThat(Event.decode(Words.of(0xf0, 1, 2, 3)))
                .isEqualTo(new Reserved(0xf0, Words.of(0xf0, 1, 2, 3)));
    }

    @Test
    void whatIsWrittenIsWhatWasReadButForReservedBits() {
        long seed = 0x5eed_e7e7L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            long[] words = random.longs(4).toArray();
            words[0] = words[0] & ~0xffL | random.nextInt(0x28);
            Event event = Event.decode(Words.of(words));

            assertThat(event.encode())
                    .as("seed %x: %s", seed, event)
                    .isEqualTo(defined(event, words));
        }
    }

    private static Words defined(Event event, long[] words) {
        if (event instanceof Reserved) {
            return Words.of(words);
        }
        Layout layout = Layout.of(event.getClass());
        return Words.of(
                LongStream.range(0, words.length)
                        .map(word -> words[(int) word] & ~layout.reserved((int) word))
                        .toArray());
    }
}
