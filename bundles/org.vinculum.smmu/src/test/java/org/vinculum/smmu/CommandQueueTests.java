package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.fake.Machine;

class CommandQueueTests {
    private static final long CFGI_ALL = 0x04;
    private static final long SYNC = 0x46;

    private final Bench bench = Bench.of("smmuv3-3.3").started();

    @Test
    void aWriteOfTheIndexLeavesTheWorkToProcess() {
        bench.queue(CFGI_ALL, 31);

        assertThat(bench.translation.takeAsked()).isEmpty();
        assertThat(bench.read(0x9c)).isZero();
        assertThat(bench.smmu.process(1)).isFalse();
        assertThat(bench.read(0x9c)).isEqualTo(1);
    }

    @Test
    void theBudgetBoundsTheWork() {
        for (int i = 0; i < 3; i++) {
            bench.queue(CFGI_ALL, 31);
        }

        assertThat(bench.smmu.process(2)).isTrue();
        assertThat(bench.read(0x9c)).isEqualTo(2);
        assertThat(bench.smmu.process(2)).isFalse();
    }

    @Test
    void noBudgetIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.smmu.process(0))
                .withMessageContaining("0");
    }

    @Test
    void theIndexWrapsAndItsWrapBitToggles() {
        for (int i = 0; i < 17; i++) {
            bench.command(SYNC, 0);
        }

        assertThat(bench.read(0x9c)).isEqualTo(0x11);
    }

    @Test
    void bitsAboveTheWrapBitDoNotCount() {
        bench.write(0x98, 0x8_0000);

        assertThat(bench.smmu.process(1)).isFalse();
        assertThat(bench.read(0x98)).isEqualTo(0x8_0000);
    }

    @Test
    void aQueueMayHaveOneEntry() {
        bench.write(0x20, 0);
        bench.smmu.write(0x90, 8, Bench.COMMANDS);
        bench.write(0x20, 8);
        bench.machine.put(Bench.COMMANDS, CFGI_ALL, 31);

        bench.write(0x98, 1);
        bench.run();
        bench.write(0x98, 0);
        bench.run();

        assertThat(bench.translation.takeAsked())
                .containsExactly("all configuration", "all configuration");
        assertThat(bench.read(0x9c)).isZero();
    }

    @Test
    void theBaseIsAlignedToTheQueue() {
        bench.write(0x20, 0);
        bench.smmu.write(0x90, 8, Bench.COMMANDS + 0x20 | 4);
        bench.write(0x20, 8);

        assertThat(bench.command(CFGI_ALL, 31)).isZero();
        assertThat(bench.translation.takeAsked()).containsExactly("all configuration");
    }

    @Test
    void anIllegalCommandStopsTheQueueWhereItIs() {
        bench.queue(CFGI_ALL, 31);
        bench.queue(0xff, 0);
        bench.queue(CFGI_ALL, 31);
        bench.run();

        assertThat(bench.read(0x9c)).isEqualTo(0x0100_0001);
        assertThat(bench.read(0x60)).isEqualTo(1);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
        assertThat(bench.translation.takeAsked()).containsExactly("all configuration");
    }

    @Test
    void acknowledgedItGoesOnWithWhatIsThereNow() {
        bench.command(0xff, 0);
        bench.machine.put(Bench.COMMANDS, CFGI_ALL, 31);

        bench.write(0x64, 1);
        bench.run();

        assertThat(bench.read(0x9c)).isEqualTo(1);
        assertThat(bench.translation.takeAsked()).containsExactly("all configuration");
    }

    @Test
    void theNextErrorTogglesTheFlagBack() {
        bench.command(0xff, 0);
        bench.write(0x64, 1);
        bench.run();

        assertThat(bench.read(0x60)).isZero();
        assertThat(bench.read(0x64)).isEqualTo(1);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR", "GERROR");
    }

    @Test
    void aCommandWhereNoMemoryIsIsAnAbort() {
        bench.write(0x20, 0);
        bench.smmu.write(0x90, 8, 0x1000_0004L);
        bench.write(0x20, 8);

        assertThat(bench.command(SYNC, 0)).isEqualTo(2);
        assertThat(bench.read(0x9c) & 0xf_ffff).isZero();
    }

    @Test
    void aDisabledQueueKeepsItsCommandsForLater() {
        bench.write(0x20, 0x5);
        bench.queue(CFGI_ALL, 31);
        assertThat(bench.smmu.process(1)).isFalse();
        assertThat(bench.translation.takeAsked()).isEmpty();

        bench.write(0x20, 0xd);
        bench.run();
        assertThat(bench.translation.takeAsked()).containsExactly("all configuration");
    }

    @Test
    void anErrorOutlastsDisabling() {
        bench.command(0xff, 0);
        bench.machine.put(Bench.COMMANDS, SYNC, 0);

        bench.write(0x20, 0);
        bench.write(0x20, 8);
        bench.run();
        assertThat(bench.read(0x9c) & 0xf_ffff).isZero();

        bench.write(0x64, 1);
        bench.run();
        assertThat(bench.read(0x9c)).isEqualTo(1);
    }

    @Test
    void indexesThatMakeNoSenseEndToo() {
        bench.write(0x20, 0);
        bench.write(0x9c, 0x5);
        bench.write(0x98, 0x3);
        for (int i = 0; i < 16; i++) {
            bench.machine.put(Bench.COMMANDS + 16 * i, SYNC, 0);
        }
        bench.write(0x20, 8);
        bench.run();

        assertThat(bench.read(0x9c)).isEqualTo(3);
    }

    @Test
    void theMessageOfAGlobalErrorGoesToItsAddress() {
        bench.write(0x50, 0);
        bench.smmu.write(0x68, 8, Machine.DOORBELL);
        bench.write(0x70, 0x77);
        bench.write(0x50, 1);

        bench.command(0xff, 0);

        assertThat(bench.machine.takeInterrupts()).containsExactly("message 0x77");
    }

    @Test
    void aMessageOfAGlobalErrorThatNobodyTakesRaisesNoOther() {
        bench.write(0x50, 0);
        bench.smmu.write(0x68, 8, 0x1000);
        bench.write(0x50, 1);

        bench.command(0xff, 0);

        assertThat(bench.read(0x60)).isEqualTo(1 | 1 << 7);
        assertThat(bench.machine.takeInterrupts()).isEmpty();
    }

    @Test
    void withoutMessagesTheirRegistersAreReserved() {
        var wired = Bench.of("qemu-9.2");

        wired.smmu.write(0x68, 8, Machine.DOORBELL);

        assertThat(wired.smmu.read(0x68, 8)).isZero();
        wired.started().command(0x46L | 1 << 12, Machine.DOORBELL);
        assertThat(wired.machine.takeInterrupts()).containsExactly("CMD_SYNC");
    }

    @Test
    void everyInterruptOfThunderX2ComesOnOneLine() {
        var thunder = Bench.of("thunderx2").started();

        thunder.command(0x1046, 0);
        thunder.command(0xff, 0);

        assertThat(thunder.machine.takeInterrupts()).containsExactly("EVENTQ", "EVENTQ");
    }
}
