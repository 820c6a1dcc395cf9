package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.StreamId;

class RecoveryTests {
    private static final String SYNC = "46 0";
    private static final String TLBI = "500000010 0";

    private final ScriptedSmmu smmu = new ScriptedSmmu();
    private final HostBench bench = smmu.started();
    private final HostSmmu domain = bench.domain(5);

    private long invalidations(int count) {
        for (int i = 0; i < count; i++) {
            domain.invalidate(0x10, 0);
        }
        return domain.sync();
    }

    @Test
    void aRefusedInvalidationBecomesOneThatCannotBeRefused() {
        smmu.fail(1, 1);
        long sync = invalidations(3);

        assertThat(bench.driver.work(64)).isFalse();

        assertThat(smmu.commands).containsExactly(TLBI, "30 0", TLBI, SYNC);
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().commandErrors()).isEqualTo(1);
    }

    @Test
    void refusedAgainItBecomesASync() {
        smmu.fail(0, 1, 1);
        long sync = invalidations(2);

        bench.driver.work(64);

        assertThat(smmu.commands).containsExactly(SYNC, TLBI, SYNC);
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void aRefusedConfigurationCommandForgetsAllConfiguration() {
        smmu.fail(0, 1);

        bench.driver.assign(new StreamId(7), domain, false);

        assertThat(smmu.commands).containsExactly("4 1f", SYNC);
    }

    @Test
    void aDeviceThatKeepsASyncFromCompletingIsToldOfOnce() {
        Integer[] codes = new Integer[100];
        Arrays.fill(codes, 3);
        bench.driver.assign(new StreamId(7), domain, false);
        smmu.commands.clear();
        long before = domain.sync();
        smmu.fail(1, codes);
        domain.invalidateDevice(new StreamId(7), 0x40, 0x1000);
        long failed = domain.sync();

        bench.run();
        domain.invalidate(0x10, 0);
        long next = domain.sync();
        bench.run();

        assertThat(smmu.commands).containsExactly("700000040 1000", SYNC, TLBI, SYNC);
        assertThat(domain.outcome(before)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
        assertThat(domain.outcome(next)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().deviceTimeouts()).isEqualTo(100);
    }

    @Test
    void anErrorWithoutAReasonIsRetried() {
        smmu.fail(0, 0);
        long sync = invalidations(1);

        bench.run();

        assertThat(smmu.commands).containsExactly(TLBI, SYNC);
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void anErrorCodeWithoutAnErrorIsNone() {
        smmu.consumerOffBy = 0x100_0000;
        long sync = invalidations(1);

        bench.driver.work(64);

        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().commandErrors()).isZero();
        assertThat(smmu.writes).noneMatch(write -> write.startsWith("64="));
    }

    @Test
    void anErrorThatOnlyGerrorTellsIsFound() {
        smmu.saysWhy = false;
        smmu.fail(0, 2);
        long sync = invalidations(1);

        bench.run();

        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().commandErrors()).isEqualTo(1);
    }

    @Test
    void anErrorThatNeverGoesAwayKeepsNobodyForEver() {
        Integer[] codes = new Integer[100_000];
        Arrays.fill(codes, 2);
        smmu.fail(0, codes);
        long sync = invalidations(1);

        for (int i = 0; i < 1000; i++) {
            assertThat(bench.driver.work(64)).isTrue();
        }

        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.PENDING);
        assertThat(bench.driver.traffic().syncTimeouts()).isEqualTo(1);
    }

    @Test
    void aConsumerWhereItCannotBeIsNotBelieved() {
        smmu.consumerOffBy = 9;
        long sync = invalidations(3);

        assertThat(bench.driver.work(64)).isTrue();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.PENDING);

        smmu.consumerOffBy = 0;
        assertThat(bench.driver.work(64)).isFalse();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void aHungSyncIsCountedOnceAndStaysOwed() {
        smmu.works = false;
        long sync = invalidations(3);

        for (int i = 0; i < 1000; i++) {
            assertThat(bench.driver.work(64)).isTrue();
        }
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.PENDING);
        assertThat(bench.driver.traffic().syncTimeouts()).isEqualTo(1);
        assertThat(bench.driver.traffic().waiting()).isEqualTo(4);

        smmu.works = true;
        assertThat(bench.driver.work(64)).isFalse();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void aSettingThatTheSmmuDoesNotTakeLeavesTheStreamAborting() {
        bench.driver.assign(new StreamId(7), domain, false);
        domain.configure(new StreamId(7), new StreamSetting.Bypass());
        smmu.works = false;

        domain.configure(new StreamId(7), new StreamSetting.Stage1(0x1000, 0, false));

        assertThat(bench.entry(7).word(0)).isEqualTo(1);
    }

    @Test
    void nothingIsGivenAwayWhileTheSmmuHangs() {
        bench.driver.assign(new StreamId(7), domain, false);
        smmu.works = false;

        assertThatIllegalStateException()
                .isThrownBy(() -> bench.driver.release(new StreamId(7), bench));
        assertThatIllegalStateException().isThrownBy(() -> bench.driver.forget(5));
        assertThatIllegalStateException()
                .isThrownBy(() -> bench.driver.invalidateStage2(5, 0, 0x1000))
                .withMessageContaining("/smmu");

        smmu.works = true;
        bench.driver.release(new StreamId(7), bench);
        assertThat(bench.entry(7).word(0)).isEqualTo(1);
    }

    @Test
    void workOnAHungSmmuNeverFails() {
        smmu.works = false;
        for (int i = 0; i < 20; i++) {
            try {
                bench.driver.forget(5);
            } catch (IllegalStateException full) {
                // expected each time
            }
        }
        while (domain.room() > 0) {
            domain.invalidate(0x10, 0);
        }
        long sync = domain.sync();

        assertThat(bench.driver.work(64)).isTrue();
        smmu.works = true;
        bench.run();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void otherGlobalErrorsAreAcknowledgedAndLostEventsTold() {
        smmu.registers.put(0x60L, 4L);
        bench.interrupts.raise(Line.GERROR);

        bench.driver.drain(bench, 10);

        assertThat(smmu.register(0x64)).isEqualTo(4);
        assertThat(bench.records).containsExactly("overflow");
    }
}
