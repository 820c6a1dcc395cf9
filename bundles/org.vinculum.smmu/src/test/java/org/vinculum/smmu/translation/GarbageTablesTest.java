package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.spec.Words;

/// Whatever tables contain, the engine finds what the text of the architecture says: random memory, configurations and
/// transactions; addresses, attributes, event records and the flags that are left in memory. The number of cases of a test
/// is `vinculum.cases`, a million for all four; the seed `vinculum.seed`.
class GarbageTablesTest {
    private static final int CASES = Integer.getInteger("vinculum.cases", 250_000);
    private static final long SEED = Long.getLong("vinculum.seed", 20_26L);
    private static final int PER_STREAM = 24;
    private static final int PER_MEMORY = 100;
    private static final int STREAM = 3;
    private static final int[] EVENTS = {0x06, 0x08, 0x0b, 0x10, 0x11, 0x12, 0x13};

    /// Bits of a record whose value is not defined: TTRnW of what is not a table walk (IHI 0070, 7.3.16).
    private static final long TTRNW = 1L << 44;

    private final Ram copy = new Ram(0, Arena.ofAuto().allocate(Bed.RAM, 4096));
    private final SplittableRandom random = new SplittableRandom(SEED);
    private Bed bed;
    private int cases;

    /// How often what came out: 0 an address, else the type of the event; 1 an abort without one.
    private final int[] outcomes = new int[0x20];

    @Test
    void withoutCachesTheEngineAgreesWithTheText() {
        play(CacheSizes.NONE, Bed.IDR5);
    }

    @Test
    void withCachesTheEngineAgreesWithTheText() {
        play(CacheSizes.ORDINARY, Bed.IDR5);
    }

    @Test
    void withTinyCachesTheEngineAgreesWithTheText() {
        play(new CacheSizes(2, 4, 2, 2), Bed.IDR5);
    }

    @Test
    void with44BitsTheEngineAgreesWithTheText() {
        play(CacheSizes.ORDINARY, 0x74);
    }

    private void play(CacheSizes sizes, int idr5) {
        long start = System.nanoTime();
        bed = new Bed(sizes, Bed.IDR0, idr5);
        int oas = RandomStage.SIZES[idr5 & 7];
        for (int round = 0; cases < CASES; round++) {
            if (round % PER_MEMORY == 0) {
                RandomTables.fill(bed.ram, copy, random);
            }
            bed.engine.invalidation().allConfiguration();
            bed.engine.invalidation().allNonHyp();
            bed.engine.invalidation().allEl2();
            SlowWalk slow = new SlowWalk(copy, oas);
            stream(new RandomStream(random, slow, oas, sizes == CacheSizes.NONE));
        }
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        System.out.printf(
                "seed %d: %d cases, %d a second, by outcome %s%n",
                SEED, cases, cases / seconds, Arrays.toString(outcomes));
        assertThat(outcomes[0]).as("cases with an address").isGreaterThan(cases / 8);
        for (int type : EVENTS) {
            assertThat(outcomes[type]).as("cases with event 0x%x", type).isPositive();
        }
    }

    private void stream(RandomStream stream) {
        RandomContexts contexts = stream.stage1 ? new RandomContexts(stream, bed.ram, copy) : null;
        if (contexts != null && contexts.contexts == null) {
            return;
        }
        bed.control.set(
                new Control(true, false, stream.e2h, true, false, Bed.STREAMS, 4, 0, 0x1000));
        bed.stream(STREAM, stream.ste);
        for (int i = 0; i < stream.ste.length; i++) {
            copy.setLong(Bed.STREAMS + 64L * STREAM + 8L * i, stream.ste[i]);
        }
        for (int i = 0; i < PER_STREAM && isAsConfigured(stream, contexts); i++) {
            transaction(stream, contexts);
        }
        assertThat(bed.ram.segment().mismatch(copy.segment()))
                .as("seed %d: first byte of memory that differs", SEED)
                .isEqualTo(-1);
    }

    /// Flags are set in what happens to be an entry or descriptor, too.
    private boolean isAsConfigured(RandomStream stream, RandomContexts contexts) {
        for (int i = 0; i < stream.ste.length; i++) {
            if (copy.getLong(Bed.STREAMS + 64L * STREAM + 8L * i) != stream.ste[i]) {
                return false;
            }
        }
        return contexts == null || contexts.isThere(contexts.contexts);
    }

    private void transaction(RandomStream stream, RandomContexts contexts) {
        int direction =
                switch (random.nextInt(4)) {
                    case 0 -> Access.WRITE;
                    case 1 -> Access.READ | Access.INSTRUCTION;
                    default -> Access.READ;
                };
        int access = direction | (random.nextBoolean() ? Access.PRIVILEGED : 0);
        int substream = substream(stream, contexts);
        int context = contexts == null ? 0 : contexts.index;
        SlowTransaction asked = stream.transaction(STREAM, substream, context, access);
        for (int time = 0; time < 2; time++) {
            expect(stream, contexts, asked);
            long found =
                    bed.engine.translate(STREAM, substream, asked.address(), access, bed.outcome);
            if (!agrees(found, stream.slow.answer)) {
                throw new AssertionError(difference(stream, asked, access, found));
            }
            bed.events.clear();
        }
        count(stream.slow.answer);
    }

    private void count(SlowAnswer answer) {
        cases++;
        if (!answer.isFault()) {
            outcomes[0]++;
        } else {
            outcomes[answer.event ? (int) answer.words[0] & 0x1f : 1]++;
        }
    }

    /// That of the descriptor, none, one that may not be used, or one that there is not.
    private int substream(RandomStream stream, RandomContexts contexts) {
        int chance = random.nextInt(20);
        if (contexts == null || stream.log2Contexts == 0) {
            return chance == 0 ? random.nextInt(1 << 20) : -1;
        }
        boolean none = stream.missing != 2 || contexts.index == 0;
        return switch (chance) {
            case 0 -> (1 << stream.log2Contexts) + random.nextInt(1 << 19);
            case 1, 2, 3, 4 -> none ? -1 : contexts.index;
            default -> contexts.index;
        };
    }

    /// S1DSS and the bounds of substreams (IHI 0070, 3.3.2 and 5.2), then the walk.
    private static void expect(
            RandomStream stream, RandomContexts contexts, SlowTransaction asked) {
        SlowWalk slow = stream.slow;
        boolean many = stream.log2Contexts > 0;
        int substream = asked.substream();
        if (substream >= 0 && (!many || substream >> stream.log2Contexts != 0)) {
            slow.misconfigured(asked, 8, true);
        } else if (many && substream == 0 && stream.missing == 2) {
            slow.misconfigured(asked, 6, false);
        } else if (many && substream < 0 && stream.missing != 2) {
            if (stream.missing == 1) {
                slow.translate(asked, null);
            } else {
                slow.misconfigured(asked, 6, false);
            }
        } else {
            slow.translate(asked, contexts == null ? null : contexts.contexts);
        }
    }

    private boolean agrees(long found, SlowAnswer expected) {
        if (found != expected.output) {
            return false;
        }
        if (found >= 0) {
            return bed.events.isEmpty()
                    && bed.outcome.attributes() == expected.attributes
                    && bed.outcome.size() == 1L << expected.log2Size;
        }
        if (bed.events.size() != (expected.event ? 1 : 0)) {
            return false;
        }
        return !expected.event || isRecord(bed.events.getFirst().encode(), expected.words);
    }

    private static boolean isRecord(Words words, long[] expected) {
        boolean walk = (expected[1] >> 40 & 3) == 1;
        long defined = walk ? -1 : ~TTRNW;
        return words.word(0) == expected[0]
                && (words.word(1) & defined) == expected[1]
                && words.word(2) == expected[2]
                && words.word(3) == expected[3];
    }

    private String difference(RandomStream stream, SlowTransaction asked, int access, long found) {
        SlowWalk slow = stream.slow;
        StringBuilder text = new StringBuilder();
        text.append("seed %d, case %d: expected %s".formatted(SEED, cases, slow.answer));
        text.append(", found %x".formatted(found));
        if (found >= 0) {
            text.append(
                    " attributes %x size %x"
                            .formatted(bed.outcome.attributes(), bed.outcome.size()));
        }
        bed.events.forEach(event -> {
            Words words = event.encode();
            for (int i = 0; i < 4; i++) {
                text.append(" %x".formatted(words.word(i)));
            }
        });
        text.append("; access %d, %s, %s, %s".formatted(access, asked, slow.one, slow.rules));
        text.append(
                ", %s, S1DSS %d of 2^%d".formatted(slow.two, stream.missing, stream.log2Contexts));
        return text.append(found == Outcome.STALLED ? ", stalled" : "").toString();
    }
}
