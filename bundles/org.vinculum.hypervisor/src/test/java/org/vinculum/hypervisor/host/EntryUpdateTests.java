package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.StreamSetting.Abort;
import org.vinculum.domain.StreamSetting.Bypass;
import org.vinculum.domain.StreamSetting.Invalid;
import org.vinculum.domain.StreamSetting.Stage1;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// What the SMMU finds each time it is told to look (IHI 0070, 3.21.3).
class EntryUpdateTests {
    private static final StreamId STREAM = new StreamId(7);
    private static final int CFGI_STE = 3;

    private final ScriptedSmmu smmu = new ScriptedSmmu();
    private final HostBench bench = smmu.started();
    private final HostSmmu domain = bench.domain(5, 7);
    private final List<Words> seen = new ArrayList<>();

    private List<Words> change(StreamSetting from, StreamSetting to) {
        domain.configure(STREAM, from);
        bench.run();
        seen.clear();
        smmu.commands.clear();
        smmu.onCommand =
                word0 -> {
                    if ((word0 & 0xff) == CFGI_STE) {
                        seen.add(bench.entry(7));
                    }
                };
        int taken = domain.configure(STREAM, to);
        bench.run();
        assertThat(taken)
                .isEqualTo(smmu.commands.size())
                .isLessThanOrEqualTo(HostSmmu.SETTING_COMMANDS);
        return seen;
    }

    private List<Long> firstWords(StreamSetting from, StreamSetting to) {
        return change(from, to).stream().map(entry -> entry.word(0)).toList();
    }

    @Test
    void theOthersComeBeforeTheWordThatMakesItValid() {
        assertThat(change(new Invalid(), new Stage1(0x1000, 0xe5, false)))
                .extracting(Words::toString)
                .containsExactly(
                        "0000000000000000 00001000000000e5 040c355900000005 0000000080800000"
                                + " 0000000000000000 0000000000000000 0000000000000000"
                                + " 0000000000000000",
                        "000000000000100f 00001000000000e5 040c355900000005 0000000080800000"
                                + " 0000000000000000 0000000000000000 0000000000000000"
                                + " 0000000000000000");
        assertThat(smmu.commands).containsExactly("700000003 1", "46 0", "700000003 1", "46 0");
    }

    @Test
    void abortIsLeftLikeInvalid() {
        assertThat(firstWords(new Abort(), new Bypass())).containsExactly(1L, 0xdL);
    }

    @Test
    void oneWordChangesAtOnce() {
        assertThat(firstWords(new Stage1(0x1000, 0xe5, false), new Stage1(0x2000, 0xe5, false)))
                .containsExactly(0x200fL);
        assertThat(firstWords(new Stage1(0x2000, 0xe5, false), new Abort())).containsExactly(1L);
        assertThat(firstWords(new Bypass(), new Invalid())).containsExactly(0L);
    }

    @Test
    void stage1ComesAndGoesWithoutAnAbort() {
        assertThat(firstWords(new Bypass(), new Stage1(0x1000, 0xe5, false)))
                .containsExactly(0xdL, 0x100fL);
        assertThat(firstWords(new Stage1(0x1000, 0xe5, false), new Bypass())).containsExactly(0xdL);
        assertThat(bench.entry(7).word(1)).isEqualTo(1L << 44);
    }

    @Test
    void whatCannotChangeAtOnceAbortsInSilenceMeanwhile() {
        assertThat(firstWords(new Stage1(0x1000, 0xe5, false), new Stage1(0x2000, 0xe6, false)))
                .containsExactly(1L, 1L, 0x200fL);
    }

    @Test
    void aSettingThatIsInForceOnlyForgetsWhatWasReadFromIt() {
        var setting = new Stage1(0x1000, 0xe5, false);

        assertThat(change(setting, setting)).hasSize(1);
        assertThat(smmu.commands).containsExactly("700000003 1");
    }

    @Test
    void theSmmuSeesTheOldOneOrTheNewOneOrNone() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            StreamSetting from = random(random);
            StreamSetting to = random(random);
            domain.configure(STREAM, from);
            Words old = effective(bench.entry(7));

            List<Words> steps = change(from, to);

            Words now = effective(bench.entry(7));
            for (Words step : steps) {
                assertThat(effective(step))
                        .as("%s to %s", from, to)
                        .isIn(old, now, Words.of(1, 0, 0, 0));
            }
            assertThat(effective(steps.getLast())).isEqualTo(now);
        }
    }

    private static StreamSetting random(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Invalid();
            case 1 -> new Abort();
            case 2 -> new Bypass();
            default ->
                    new Stage1(
                            random.nextInt(1, 3) * 0x1000,
                            random.nextInt(4) | (long) random.nextInt(2) << 27,
                            random.nextInt(4) == 0);
        };
    }

    /// What the architecture says is not ignored, in its own numbers.
    private static Words effective(Words entry) {
        int config = (int) entry.word(0) & 0xf;
        return switch (config) {
            case 0xf -> Words.of(entry.word(0), entry.word(1), entry.word(2), entry.word(3));
            case 0xd -> Words.of(0xd, entry.word(1) & ~0x0800_00ffL, entry.word(2), entry.word(3));
            default -> Words.of((config & 1) == 0 ? 0 : 1, 0, 0, 0);
        };
    }
}
