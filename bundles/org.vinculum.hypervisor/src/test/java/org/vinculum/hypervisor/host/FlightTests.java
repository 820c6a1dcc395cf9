package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.hypervisor.host.flight.Flight;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiNhAll;

/// A CMD_SYNC is complete when the transactions are that were on their way (IHI 0070, 4.7.3).
class FlightTests {
    private final HostBench bench = HostBench.started("smmuv3-3.2");
    private final HostSmmu domain = bench.domain(5, 7);
    private final Flight one = bench.driver.flights().open();
    private final Flight other = bench.driver.flights().open();

    private long invalidated() {
        domain.invalidate(Command.OPCODE.of(TlbiNhAll.NUMBER), 0);
        long sync = domain.sync();
        bench.driver.work(64);
        return sync;
    }

    @Test
    void withoutTransactionsItIsCompleteAtOnce() {
        assertThat(domain.outcome(invalidated())).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void itWaitsForATransactionThatWasOnItsWay() {
        one.begin();
        long sync = invalidated();

        assertThat(bench.driver.work(64)).isTrue();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.PENDING);

        one.end();
        assertThat(bench.driver.work(64)).isFalse();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void itDoesNotWaitForThoseThatBeginLater() {
        one.begin();
        long sync = invalidated();
        other.begin();
        one.end();
        one.begin();

        bench.driver.work(64);

        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void theNextOneWaitsForThem() {
        one.begin();
        invalidated();
        other.begin();
        long next = invalidated();
        one.end();

        bench.driver.work(64);
        assertThat(domain.outcome(next)).isEqualTo(SyncOutcome.PENDING);

        other.end();
        bench.driver.work(64);
        assertThat(domain.outcome(next)).isEqualTo(SyncOutcome.DONE);
    }

    @Test
    void aSettingDoesNotWaitForThem() {
        one.begin();

        domain.configure(new StreamId(7), new StreamSetting.Bypass());

        assertThat(domain.outcome(invalidated())).isEqualTo(SyncOutcome.PENDING);
    }

    @Test
    void aDeviceThatHasLeftHoldsNothingUp() {
        bench.driver.flights().close(one);
        one.begin();

        assertThat(domain.outcome(invalidated())).isEqualTo(SyncOutcome.DONE);
    }
}
