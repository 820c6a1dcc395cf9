package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.memory.StreamId;

class DeviceTimeoutTests {
    private static final StreamId STREAM = new StreamId(7);

    private final HostBench bench = HostBench.started("smmuv3-3.2");
    private final HostSmmu domain = bench.domain(5, 7);
    private final HostSmmu other = bench.domain(6, 8);

    @Test
    void theDomainOfTheDeviceLearnsItAndNobodyElse() {
        bench.devicesAnswer = false;
        other.invalidate(0x10, 0);
        long before = other.sync();
        domain.invalidateDevice(STREAM, 0x40, 0x1000);
        long failed = domain.sync();
        other.invalidate(0x10, 0);
        long behind = other.sync();

        bench.run();

        assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
        assertThat(other.outcome(before)).isEqualTo(SyncOutcome.DONE);
        assertThat(other.outcome(behind)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().deviceTimeouts()).isEqualTo(1);
        assertThat(bench.driver.traffic().commandErrors()).isEqualTo(1);
    }

    @Test
    void theSyncThatIsAskedForLaterAnswersForIt() {
        bench.devicesAnswer = false;
        long before = domain.sync();
        domain.invalidateDevice(STREAM, 0x40, 0x1000);
        bench.run();

        domain.invalidate(0x10, 0);
        long failed = domain.sync();
        bench.run();

        assertThat(domain.outcome(before)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
    }

    @Test
    void theNextSyncIsFreeOfIt() {
        bench.devicesAnswer = false;
        domain.invalidateDevice(STREAM, 0x40, 0x1000);
        long failed = domain.sync();
        bench.run();

        long next = domain.sync();
        bench.run();

        assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
        assertThat(domain.outcome(next)).isEqualTo(SyncOutcome.DONE);
        assertThat(next).isGreaterThan(failed);
    }

    @Test
    void aSyncAskedForBeforeTheDevicesInvalidationIsFreeOfItToo() {
        bench.devicesAnswer = false;
        domain.invalidate(0x10, 0);
        long before = domain.sync();
        domain.invalidateDevice(STREAM, 0x40, 0x1000);
        long failed = domain.sync();
        bench.run();

        assertThat(domain.outcome(before)).isEqualTo(SyncOutcome.DONE);
        assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
    }

    @Test
    void everyOneOfManyIsTold() {
        bench.devicesAnswer = false;
        for (int i = 0; i < 500; i++) {
            domain.invalidateDevice(STREAM, 0x40, 0x1000);
            long failed = domain.sync();
            bench.run();
            assertThat(domain.outcome(failed)).isEqualTo(SyncOutcome.DEVICE_TIMEOUT);
        }
    }

    @Test
    void aDeviceThatDoesNotAnswerIsReleasedAllTheSame() {
        domain.configure(STREAM, new StreamSetting.Stage1(0x1000, 0, true));
        bench.devicesAnswer = false;

        bench.driver.release(STREAM, bench);

        assertThat(bench.devices).containsExactly("invalidate 7 -1 0x0 0x0 false");
        assertThat(bench.driver.traffic().deviceTimeouts()).isEqualTo(1);
        bench.driver.assign(STREAM, other, false);
    }
}
