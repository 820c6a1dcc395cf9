package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.event.CBadCd;

class EventQueueTests {
    private static final int PROD = 0x100a8;
    private static final int CONS = 0x100ac;
    private static final int EVENTQ_ABT_ERR = 1 << 2;

    private final Bench bench = Bench.of("smmuv3-3.3").started();

    private void fault(int stream) {
        fault(stream, false);
    }

    private void fault(int stream, boolean mayMerge) {
        bench.translation.faults.record(new CBadCd(stream, Substream.of(3)), mayMerge);
    }

    @Test
    void aRecordIs32BytesAtTheProducersIndex() {
        fault(8);

        assertThat(bench.machine.get(Bench.EVENTS)).isEqualTo(0x0000_0008_0000_380aL);
        assertThat(bench.read(PROD)).isEqualTo(1);
        fault(9);
        assertThat(bench.machine.get(Bench.EVENTS + 32)).isEqualTo(0x0000_0009_0000_380aL);
    }

    @Test
    void onlyTheFirstRecordOfAnEmptyQueueInterrupts() {
        fault(8);
        fault(9);
        assertThat(bench.machine.takeInterrupts()).containsExactly("EVENTQ");

        bench.write(CONS, 2);
        fault(8);
        assertThat(bench.machine.takeInterrupts()).containsExactly("EVENTQ");
    }

    @Test
    void nothingInterruptsThatIsNotEnabled() {
        bench.write(0x50, 0);
        fault(8);
        bench.write(0x50, 4);

        assertThat(bench.machine.takeInterrupts()).isEmpty();
    }

    @Test
    void aMessageGoesToItsAddress() {
        bench.write(0x50, 0);
        bench.smmu.write(0xb0, 8, Machine.DOORBELL);
        bench.write(0xb8, 0x55);
        bench.write(0x50, 4);

        fault(8);

        assertThat(bench.machine.takeInterrupts()).containsExactly("message 0x55");
    }

    @Test
    void aMessageThatNobodyTakesIsAGlobalError() {
        bench.write(0x50, 0);
        bench.smmu.write(0xb0, 8, 0x1000);
        bench.write(0x50, 5);

        fault(8);

        assertThat(bench.read(0x60)).isEqualTo(1 << 5);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
        assertThat(bench.read(PROD)).isEqualTo(1);
    }

    @Test
    void whatIsLostInAFullQueueIsToldOnce() {
        for (int i = 0; i < 4; i++) {
            fault(i);
        }
        assertThat(bench.read(PROD)).isEqualTo(4);

        fault(8);
        assertThat(bench.read(PROD)).isEqualTo(0x8000_0004L);
        fault(8);
        assertThat(bench.read(PROD)).isEqualTo(0x8000_0004L);
    }

    @Test
    void anUnacknowledgedOverflowLetsRecordsThrough() {
        for (int i = 0; i < 5; i++) {
            fault(i);
        }

        bench.write(CONS, 1);
        fault(8);

        assertThat(bench.read(PROD)).isEqualTo(0x8000_0005L);
    }

    @Test
    void anAcknowledgedOverflowCanHappenAgain() {
        for (int i = 0; i < 5; i++) {
            fault(i);
        }

        bench.write(CONS, 0x8000_0000L);
        fault(8);

        assertThat(bench.read(PROD)).isEqualTo(4);
    }

    @Test
    void aDisabledQueueLosesRecordsInSilence() {
        bench.write(0x20, 0x1);

        fault(8);

        assertThat(bench.read(PROD)).isZero();
        assertThat(bench.machine.takeInterrupts()).isEmpty();
    }

    @Test
    void aQueueWhereNoMemoryIsStopsWithAnError() {
        bench.write(0x20, 0x1);
        bench.smmu.write(0xa0, 8, 0x1000_0002L);
        bench.write(0x20, 0x5);

        fault(8);
        fault(9);

        assertThat(bench.read(0x60)).isEqualTo(EVENTQ_ABT_ERR);
        assertThat(bench.read(PROD)).isZero();
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
    }

    @Test
    void nothingIsRecordedWhileAnAbortWaitsForSoftware() {
        bench.write(0x20, 0x1);
        bench.smmu.write(0xa0, 8, 0x1000_0002L);
        bench.write(0x20, 0x5);
        fault(8);
        bench.write(0x20, 0x1);
        bench.smmu.write(0xa0, 8, Bench.EVENTS | 2);
        bench.write(0x20, 0x5);

        fault(9);
        assertThat(bench.read(PROD)).isZero();

        bench.write(0x64, EVENTQ_ABT_ERR);
        fault(9);
        assertThat(bench.read(PROD)).isEqualTo(1);
    }

    @Test
    void equalRecordsAreMergedWhereThatIsAllowed() {
        fault(8, true);
        fault(8, true);
        assertThat(bench.read(PROD)).isEqualTo(1);

        fault(8, false);
        assertThat(bench.read(PROD)).isEqualTo(2);
    }

    @Test
    void aRecordThatSoftwareHasTakenIsNotMergedInto() {
        fault(8, true);
        bench.write(CONS, 1);
        fault(8, true);

        assertThat(bench.read(PROD)).isEqualTo(2);
    }

    @Test
    void anotherRecordBetweenThemKeepsThemApart() {
        fault(8, true);
        fault(9, true);
        fault(8, true);

        assertThat(bench.read(PROD)).isEqualTo(3);
    }
}
