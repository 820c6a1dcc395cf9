package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.fake.Machine;

class EnhancedQueueTests {
    private static final long QUEUE_3 = 0x2_0000 + 3 * 0x2000;
    private static final long COMMANDS = Machine.RAM + 0x8000;
    private static final long ENABLED = 0x8000_0000L;

    private final Bench bench = Bench.of("smmuv3-3.3");

    private Bench start() {
        bench.smmu.write(QUEUE_3, 8, COMMANDS | 2);
        bench.write(QUEUE_3 + 8, ENABLED);
        return bench;
    }

    @Test
    void page0SaysWhereTheControlPagesAre() {
        assertThat(bench.read(0x190)).isEqualTo(0x3_0000);
        assertThat(bench.smmu.read(0x4000, 8)).isEqualTo(0x2_0003);
        assertThat(bench.read(0x4008)).isEqualTo(1);
        assertThat(bench.read(0x400c)).isEqualTo(1);
        assertThat(bench.smmu.frameSize()).isEqualTo(0x3_0000);
    }

    @Test
    void withoutThemThereIsNothing() {
        var without = Bench.of("smmuv3-3.3", Map.of("IDR1", 0x0273_0010L));

        assertThat(without.read(0x190)).isZero();
        assertThat(without.read(0x4008)).isZero();
        assertThat(without.smmu.frameSize()).isEqualTo(0x2_0000);
    }

    @Test
    void aQueueRunsWhileTheFirstOneIsOff() {
        start();
        bench.machine.put(COMMANDS, 0x04, 31);

        bench.write(QUEUE_3 + 8, ENABLED | 1);
        bench.run();

        assertThat(bench.translation.takeAsked()).containsExactly("all configuration");
        assertThat(bench.read(QUEUE_3 + 12)).isEqualTo(ENABLED | 1);
    }

    @Test
    void anErrorStopsOnlyItsQueue() {
        start().started();
        bench.machine.put(COMMANDS, 0xff, 0);
        bench.write(QUEUE_3 + 8, ENABLED | 1);
        bench.run();

        assertThat(bench.read(QUEUE_3 + 12)).isEqualTo(ENABLED | 0x0180_0000);
        assertThat(bench.read(0x60)).isEqualTo(1 << 9);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
        assertThat(bench.command(0x04, 31)).isZero();
    }

    @Test
    void acknowledgedInItsProducerItGoesOn() {
        start();
        bench.machine.put(COMMANDS, 0xff, 0);
        bench.write(QUEUE_3 + 8, ENABLED | 1);
        bench.run();
        bench.machine.put(COMMANDS, 0x46, 0);

        bench.write(QUEUE_3 + 8, ENABLED | 0x0080_0001);
        bench.run();

        assertThat(bench.read(QUEUE_3 + 12) & 0xf_ffff).isEqualTo(1);
    }

    @Test
    void whatConfiguresAQueueIsGuardedByIt() {
        start();

        bench.smmu.write(QUEUE_3, 8, 0);
        bench.write(QUEUE_3 + 12, 3);
        bench.write(0x28, 0x3f);

        assertThat(bench.smmu.read(QUEUE_3, 8)).isEqualTo(COMMANDS | 2);
        assertThat(bench.read(QUEUE_3 + 12)).isEqualTo(ENABLED);
        assertThat(bench.read(0x28)).isZero();
    }

    @Test
    void aFullBudgetOfTheFirstQueueLeavesSomeForTheOthers() {
        start().started();
        bench.machine.put(COMMANDS, 0x30, 0);
        bench.write(QUEUE_3 + 8, ENABLED | 1);
        for (int i = 0; i < 8; i++) {
            bench.queue(0x46, 0);
        }

        assertThat(bench.smmu.process(4)).isTrue();
        assertThat(bench.translation.takeAsked()).containsExactly("all non-hyp");
    }

    @Test
    void theyAreSaved() {
        start();
        bench.machine.put(COMMANDS, 0xff, 0);
        bench.write(QUEUE_3 + 8, ENABLED | 1);
        bench.run();
        var other = Bench.of("smmuv3-3.3");

        other.smmu.restore(bench.smmu.save());

        assertThat(other.read(QUEUE_3 + 12)).isEqualTo(ENABLED | 0x0180_0000);
        assertThat(other.smmu.save()).isEqualTo(bench.smmu.save());
    }
}
