package org.vinculum.viommu.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;

/// Negotiation over any hosts: what is shown is never more than any of them has.
class RandomHostsTest {
    private static final long SEED = 0x5eed_0005L;
    private static final int ROUNDS = 20_000;
    private static final int[] SIZES = {32, 36, 40, 42, 44, 48, 52, 56};

    /// Single fields of which a host must have at least what is shown: register, highest and lowest bit.
    private static final Object[][] FIELDS = {
        {"IDR0", 1, 1}, {"IDR0", 4, 4}, {"IDR0", 7, 6}, {"IDR0", 10, 10}, {"IDR0", 12, 12},
        {"IDR0", 16, 16}, {"IDR0", 19, 19}, {"IDR1", 10, 6}, {"IDR3", 2, 2}, {"IDR3", 5, 5},
        {"IDR3", 9, 9}, {"IDR3", 10, 10}, {"IDR3", 12, 11}, {"IDR3", 13, 13}, {"IDR3", 17, 17},
        {"IDR5", 2, 0}, {"IDR5", 4, 4}, {"IDR5", 5, 5}, {"IDR5", 6, 6}, {"IDR5", 7, 7},
        {"IDR5", 11, 10}, {"AIDR", 3, 0}
    };

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void nothingIsShownThatOneOfThemLacks() {
        int shown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<HostSmmu> hosts = hosts();
            var description =
                    Guest.description(random.nextBoolean(), random.nextBoolean(), baseline());
            try {
                check(
                        Negotiation.of(description, SIZES[random.nextInt(6)], hosts),
                        hosts,
                        description.baseline(),
                        "seed 0x" + Long.toHexString(SEED) + ", round " + round);
                shown++;
            } catch (MachineRefusedException refused) {
                assertThat(refused.reasons()).isNotEmpty().doesNotHaveDuplicates();
            }
        }
        assertThat(shown).as("rounds that were not refused").isGreaterThan(ROUNDS / 20);
    }

    private static void check(
            Identification shown, List<HostSmmu> hosts, Map<String, Long> baseline, String where) {
        for (HostSmmu host : hosts) {
            for (Object[] field : FIELDS) {
                String name = (String) field[0];
                assertThat(bits(shown.register(name), field))
                        .as("%s: %s[%s:%s]", where, name, field[1], field[2])
                        .isLessThanOrEqualTo(bits((int) host.identification(name), field));
            }
            assertThat(Lacking.of(shown, Identification.of(host))).as(where).isEmpty();
        }
        for (Object[] field : FIELDS) {
            String name = (String) field[0];
            if (baseline.containsKey(name) && !"IDR0[1]".equals(name + "[" + field[1] + "]")) {
                assertThat(bits(shown.register(name), field))
                        .as("%s: baseline of %s[%s:%s]", where, name, field[1], field[2])
                        .isLessThanOrEqualTo(bits(baseline.get(name).intValue(), field));
            }
        }
        assertThat(Continuation.refusals(shown, shown)).as(where).isEmpty();
        assertThat(shown.idr0().value() & 0xf096_cb25).as(where).isZero();
    }

    private static int bits(int register, Object[] field) {
        int lo = (int) field[2];
        int width = (int) field[1] - lo + 1;
        return register >>> lo & (1 << width) - 1;
    }

    private List<HostSmmu> hosts() {
        List<HostSmmu> hosts = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            hosts.add(new FakeHost("/smmu@" + i, registers()));
        }
        return hosts;
    }

    /// Mostly something that can stand behind a virtual SMMU.
    private Map<String, Long> registers() {
        long idr0 = random.nextInt() & 0xfc9f_fff0L | 0x0100_000bL;
        if (random.nextInt(8) == 0) {
            idr0 = random.nextInt() & 0xffff_ffffL;
        }
        long idr5 = random.nextInt() & 0xffff_0ff8L | 0x10 | random.nextInt(2, 7);
        return Map.of(
                "IDR0",
                idr0,
                "IDR1",
                random.nextInt() & 0xffff_ffffL,
                "IDR3",
                random.nextInt() & 0xffff_ffffL,
                "IDR5",
                idr5,
                "AIDR",
                random.nextLong(5));
    }

    private Map<String, Long> baseline() {
        Map<String, Long> baseline = new HashMap<>();
        if (random.nextInt(3) == 0) {
            registers()
                    .forEach((name, value) -> {
                        if (random.nextBoolean()) {
                            baseline.put(name, value);
                        }
                    });
        }
        return baseline;
    }
}
