package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;

class PriQueueTests {
    private static final int PROD = 0x100c8;
    private static final int CONS = 0x100cc;
    private static final int NONE = -1;

    private final Bench bench = Bench.of("smmuv3-3.2", java.util.Map.of("IDR3", 0x1610L)).started();

    private void ask(int substream, int group, boolean last) {
        bench.smmu.requestPage(
                8, substream, 0xffff_0000_1234_5000L, Access.READ | Access.PRIVILEGED, group, last);
    }

    private void fill() {
        for (int i = 0; i < 4; i++) {
            ask(NONE, i, true);
        }
    }

    @Test
    void aRequestIs16BytesAtTheProducersIndex() {
        ask(3, 0x105, true);

        assertThat(bench.machine.get(Bench.PAGE_REQUESTS)).isEqualTo(0xd400_0003_0000_0008L);
        assertThat(bench.machine.get(Bench.PAGE_REQUESTS + 8)).isEqualTo(0xffff_0000_1234_5105L);
        assertThat(bench.read(PROD)).isEqualTo(1);
    }

    @Test
    void withoutASubstreamNothingIsPrivileged() {
        ask(NONE, 5, false);

        assertThat(bench.machine.get(Bench.PAGE_REQUESTS)).isEqualTo(0x1000_0000_0000_0008L);
    }

    @Test
    void theFirstInAnEmptyQueueInterrupts() {
        ask(NONE, 5, false);
        ask(NONE, 5, true);

        assertThat(bench.machine.takeInterrupts()).containsExactly("PRIQ");
    }

    @Test
    void orTheLastOfAGroupDoes() {
        bench.write(0x50, 0);
        bench.write(0xdc, 0x8000_0000L);
        bench.write(0x50, 7);

        ask(NONE, 5, false);
        assertThat(bench.machine.takeInterrupts()).isEmpty();
        ask(NONE, 5, true);
        assertThat(bench.machine.takeInterrupts()).containsExactly("PRIQ");
    }

    @Test
    void anOverflowAnswersTheLastOfEachGroup() {
        fill();
        ask(NONE, 7, false);
        ask(NONE, 7, true);

        assertThat(bench.read(PROD)).isEqualTo(0x8000_0004L);
        assertThat(bench.machine.takeDevices()).containsExactly("respond 8 -1 7 SUCCESS");
    }

    @Test
    void anUnacknowledgedOverflowInhibitsTheQueue() {
        fill();
        ask(NONE, 7, true);
        bench.machine.takeDevices();

        bench.write(CONS, 4);
        ask(NONE, 8, true);
        assertThat(bench.read(PROD)).isEqualTo(0x8000_0004L);
        assertThat(bench.machine.takeDevices()).containsExactly("respond 8 -1 8 SUCCESS");

        bench.write(CONS, 0x8000_0004L);
        ask(NONE, 9, true);
        assertThat(bench.read(PROD)).isEqualTo(0x8000_0005L);
    }

    @Test
    void theStreamsEntrySaysWhetherAnAnswerHasThePasid() {
        fill();
        bench.translation.pasidInAnswers = 1;
        ask(3, 7, true);
        bench.translation.pasidInAnswers = 0;
        ask(3, 7, true);
        bench.translation.pasidInAnswers = -1;
        ask(3, 7, true);

        assertThat(bench.machine.takeDevices())
                .containsExactly(
                        "respond 8 3 7 SUCCESS",
                        "respond 8 -1 7 SUCCESS",
                        "respond 8 -1 7 FAILURE");
    }

    @Test
    void orItAlwaysHasIt() {
        var always = Bench.of("smmuv3-3.3").started();
        for (int i = 0; i < 5; i++) {
            always.smmu.requestPage(8, 3, 0, Access.READ, 7, true);
        }

        assertThat(always.machine.takeDevices()).containsExactly("respond 8 3 7 SUCCESS");
    }

    @Test
    void whileTheQueueIsOffEveryRequestFails() {
        bench.write(0x20, 0xd);
        ask(3, 7, false);
        bench.write(0x20, 0xe);
        ask(NONE, 8, true);

        assertThat(bench.machine.takeDevices())
                .containsExactly("respond 8 -1 7 FAILURE", "respond 8 -1 8 FAILURE");
        assertThat(bench.read(PROD)).isZero();
    }

    @Test
    void aStopMarkerIsNeverAnswered() {
        fill();
        bench.smmu.requestPage(8, 3, 0, 0, 0, true);
        bench.write(0x20, 0);
        bench.smmu.requestPage(8, 3, 0, 0, 0, true);

        assertThat(bench.machine.takeDevices()).isEmpty();
    }

    @Test
    void aQueueWhereNoMemoryIsFailsItsRequests() {
        bench.write(0x20, 0x1);
        bench.smmu.write(0xc0, 8, 0x1000_0002L);
        bench.write(0x20, 0x3);

        ask(3, 7, false);
        ask(3, 8, false);

        assertThat(bench.read(0x60)).isEqualTo(1 << 3);
        assertThat(bench.machine.takeDevices())
                .containsExactly("respond 8 -1 7 FAILURE", "respond 8 -1 8 FAILURE");
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
    }

    @Test
    void withoutPriItsRegistersAreReserved() {
        var without = Bench.of("qemu-9.2");

        without.smmu.write(0xc0, 8, -1);
        without.write(CONS, 1);

        assertThat(without.smmu.read(0xc0, 8)).isZero();
        assertThat(without.read(CONS)).isZero();
    }
}
