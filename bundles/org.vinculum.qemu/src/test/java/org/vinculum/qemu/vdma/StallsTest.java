package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;

/// Transactions that wait for software.
class StallsTest extends EngineOnPages {
    @Test
    void aTransactionThatStallsWaitsAndIsIssuedAgain() {
        stall(TO + PAGE, 77);
        bench.start(COPY, FROM, TO, 2 * PAGE);
        assertThat(bench.engine.poll()).isTrue();
        assertThat(bench.engine.poll()).isFalse();
        assertThat(port.transactions).isEqualTo(4);

        devices.get(0x100).release(77, Release.RETRY);

        assertThat(bench.engine.poll()).isTrue();
        assertThat(port.transactions).isEqualTo(5);
        assertThat(bench.bar.getInt(0x28)).isZero();
        assertThat(port.page(TO + PAGE)).isEqualTo(port.page(FROM + PAGE));
    }

    @Test
    void anotherReleaseDoesNotEndTheWait() {
        stall(FROM, 77);
        bench.start(COPY, FROM, TO, 1);
        bench.engine.poll();

        devices.get(0x100).release(78, Release.RETRY);

        assertThat(bench.engine.poll()).isFalse();
        assertThat(bench.isDone()).isFalse();
    }

    @Test
    void aStallThatIsReleasedBeforeTheDeviceKnowsIsNotWaitedFor() {
        stall(FROM, 5);
        port.meanwhile =
                () -> {
                    port.meanwhile = () -> {};
                    devices.get(0x100).release(5, Release.RETRY);
                };
        bench.start(COPY, FROM, TO, 1);

        bench.engine.poll();
        bench.engine.poll();

        assertThat(bench.isDone()).isTrue();
    }

    @Test
    void aStallThatIsAbortedIsARefusal() {
        stall(TO, 3);
        bench.start(COPY, FROM, TO, 1);
        bench.engine.poll();

        devices.get(0x100).release(3, Release.ABORT);
        bench.engine.poll();

        assertThat(bench.isDone()).isTrue();
        assertThat(bench.bar.getInt(0x28)).isEqualTo(2);
    }

    @Test
    void aStalledReadThatIsTerminatedGivesZero() {
        port.page(TO)[0] = 9;
        stall(FROM, 3);
        bench.start(COPY, FROM, TO, 1);
        bench.engine.poll();

        devices.get(0x100).release(3, Release.TERMINATE);
        bench.engine.poll();

        assertThat(bench.bar.getInt(0x28)).isZero();
        assertThat(port.page(TO)[0]).isZero();
    }

    @Test
    void stallsOfOneStreamEndForTheFunctionThatWaits() {
        var second = new EngineBench(ports, 1);
        bench.bar.setInt(0x04, 8);
        stall(FROM, 1);
        bench.start(COPY, FROM, TO, 1);
        bench.engine.poll();
        stall(FROM, 2);
        second.start(COPY, FROM, TO, 1);
        second.engine.poll();

        devices.get(0x108).release(1, Release.RETRY);

        assertThat(second.engine.poll()).isFalse();
        assertThat(bench.engine.poll()).isTrue();
        assertThat(bench.isDone()).isTrue();
    }

    private void stall(long address, int stag) {
        port.once.put(address, Outcome.STALLED);
        port.stag = stag;
    }
}
