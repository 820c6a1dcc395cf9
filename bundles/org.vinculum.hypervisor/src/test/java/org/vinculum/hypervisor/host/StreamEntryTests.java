package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.StreamSetting;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

class StreamEntryTests {
    private static final StreamId STREAM = new StreamId(0x123);

    /// Faults recorded, VMID 5.
    private static final long STAGE_2 = 0x040c_3559_0000_0005L;

    private static Words entry(HostBench bench, boolean trusted, StreamSetting setting) {
        var domain = bench.domain(5);
        bench.driver.assign(STREAM, domain, trusted, true);
        domain.configure(STREAM, setting);
        return bench.entry(STREAM.value());
    }

    private static Words entry(String profile, boolean trusted, StreamSetting setting) {
        return entry(HostBench.started(profile), trusted, setting);
    }

    private static Words nested(long word0, long word1) {
        return Words.of(word0, word1, STAGE_2, HostBench.TABLES, 0, 0, 0, 0);
    }

    @Test
    void aStreamThatWasAssignedAbortsInSilence() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, STREAM.value());

        assertThat(bench.entry(STREAM.value())).isEqualTo(Words.of(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(bench.entry(STREAM.value() + 1).word(0)).isEqualTo(1);
    }

    @Test
    void bypassIsStage2Alone() {
        assertThat(entry("smmuv3-3.2", false, new StreamSetting.Bypass()))
                .isEqualTo(nested(0xd, 1L << 44));
    }

    @Test
    void invalidIsNoEntry() {
        assertThat(entry("smmuv3-3.2", false, new StreamSetting.Invalid()))
                .isEqualTo(Words.of(0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void stage1IsNestedOverStage2() {
        var setting =
                new StreamSetting.Stage1(0x0800_0000_4000_002bL, 0x0a00_0801_0000_00e5L, false);

        assertThat(entry("smmuv3-3.2", false, setting))
                .isEqualTo(nested(0x0800_0000_4000_002fL, 0x0000_1000_0000_00e5L));
    }

    @Test
    void atsIsOfStage1AloneUnlessTheDeviceIsTrusted() {
        var setting = new StreamSetting.Stage1(0x1000, 3L << 28, true);

        assertThat(entry("smmuv3-3.2", false, setting).word(1)).isEqualTo(0x0000_1000_2000_0000L);
        assertThat(entry("smmuv3-3.2", true, setting).word(1)).isEqualTo(0x0000_1000_1000_0000L);
        assertThat(entry("thunderx2", true, setting).word(1)).isEqualTo(0x0000_1000_0000_0000L);
    }

    @Test
    void noAtsWhereStage1AloneCannotBeAskedFor() {
        var bench = HostBench.started("smmuv3-3.2", Map.of("IDR0", 0x080d_3e1bL));
        var setting = new StreamSetting.Stage1(0x1000, 0, true);

        assertThat(entry(bench, false, setting).word(1) >>> 28 & 3).isZero();
    }

    @Test
    void stallsAreForbiddenWhereTheDomainSaysSoAndTheSmmuLetsIt() {
        var setting = new StreamSetting.Stage1(0x1000, 1L << 27, false);

        assertThat(entry("smmuv3-3.2", false, setting).word(1)).isEqualTo(0x0000_1000_0800_0000L);
        assertThat(entry("thunderx2", false, setting).word(1)).isEqualTo(0x0000_1000_0000_0000L);
    }

    @Test
    void stallsAreForbiddenUnlessTheDomainMayHaveThem() {
        for (String profile : new String[] {"smmuv3-3.2", "thunderx2"}) {
            var bench = HostBench.started(profile);
            var domain = bench.domain(5);
            bench.driver.assign(STREAM, domain, false);

            domain.configure(STREAM, new StreamSetting.Stage1(0x1000, 0, false));

            assertThat(bench.entry(STREAM.value()).word(1))
                    .isEqualTo(1L << 44 | (profile.equals("thunderx2") ? 0 : 1L << 27));
        }
    }

    @Test
    void whereEveryFaultStallsSoDoesStage2() {
        var bench = HostBench.started("smmuv3-3.2", Map.of("IDR0", 0x0a0d_361bL));

        Words words = entry(bench, true, new StreamSetting.Stage1(0x1000, 1L << 27, true));

        assertThat(words.word(1)).isEqualTo(1L << 44);
        assertThat(words.word(2)).isEqualTo(0x060c_3559_0000_0005L);
    }

    @Test
    void nothingElseOfAGuestReachesTheHost() {
        for (String profile : new String[] {"smmuv3-3.0", "smmuv3-3.2", "mmu-700-r1p1", "hi161x"}) {
            var bench = HostBench.started(profile);
            var domain = bench.domain(5, STREAM.value());
            var random = new SplittableRandom(20_221_026);
            for (int i = 0; i < 3000; i++) {
                var setting =
                        new StreamSetting.Stage1(
                                random.nextLong(), random.nextLong(), random.nextBoolean());
                domain.configure(STREAM, setting);

                Words words = bench.entry(STREAM.value());
                assertThat(words.word(0))
                        .as("%s %s", profile, setting)
                        .isEqualTo(setting.word0() & 0xf8ff_ffff_ffff_fff0L | 0xf);
                assertThat(words.word(1) & ~0x3000_0000L)
                        .as("%s %s", profile, setting)
                        .isEqualTo(setting.word1() & 0x0808_00ffL | 1L << 44);
                assertThat(words.word(1) >>> 28 & 3)
                        .isEqualTo(setting.ats() && !profile.equals("hi161x") ? 2 : 0);
                assertThat(words).isEqualTo(nested(words.word(0), words.word(1)));
            }
            assertThat(bench.driver.traffic().commandErrors()).isZero();
        }
    }
}
