package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;

class SavedStateTests {
    private static final Event STALLED =
            Event.decode(Words.of(0x0000_0008_0000_0010L, 0x8000_0000L, 0x1000, 0));

    private final Bench bench = Bench.of("smmuv3-3.2").started();

    @Test
    void aStateIsRegistersByTheirNames() {
        SavedState state = bench.smmu.save();

        assertThat(state.kind()).isEqualTo("smmuv3");
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.model()).isEqualTo("smmuv3-3.2");
        assertThat(state.register("CR0")).isEqualTo(0xf);
        assertThat(state.register("CMDQ_BASE")).isEqualTo(Bench.COMMANDS | 4);
        assertThat(state.register("GBPA")).isEqualTo(0x1000);
    }

    @Test
    void whatSoftwareSeesIsTheSameAfterwards() {
        bench.write(0x44, 0x8010_0000L);
        bench.command(0x46, 0);
        bench.queue(0xff, 0);
        bench.run();
        bench.translation.faults.record(STALLED, false);
        SavedState state = bench.smmu.save();
        var other = Bench.of("smmuv3-3.2");

        other.smmu.restore(state);

        assertThat(other.smmu.save()).isEqualTo(state);
        assertThat(other.read(0x9c)).isEqualTo(0x0100_0001);
        assertThat(other.read(0x60)).isEqualTo(1);
    }

    @Test
    void commandsGoOnWhereTheyStopped() {
        bench.queue(0x04, 31);
        bench.queue(0x30, 0);
        bench.smmu.process(1);
        var other = Bench.of("smmuv3-3.3");
        other.machine.put(Bench.COMMANDS + 16, 0x30, 0);

        other.smmu.restore(bench.smmu.save());
        other.run();

        assertThat(other.translation.takeAsked()).containsExactly("all non-hyp");
        assertThat(other.read(0x9c)).isEqualTo(2);
    }

    @Test
    void aDeviceThatDidNotAnswerIsNotForgotten() {
        bench.machine.devicesAnswer = false;
        bench.command(0x0000_0008_0000_0040L, 52);
        var other = Bench.of("smmuv3-3.3");
        other.machine.put(Bench.COMMANDS + 16, 0x46, 0);

        other.smmu.restore(bench.smmu.save());
        other.write(0x98, 2);
        other.run();

        assertThat(other.read(0x9c)).isEqualTo(0x0300_0001);
    }

    @Test
    void stalledTransactionsKeepTheirTags() {
        int first = bench.translation.faults.stall(8, -1, 0x1000, Access.READ, STALLED);
        var other = Bench.of("smmuv3-3.3");
        other.smmu.restore(bench.smmu.save());
        int second = other.translation.faults.stall(8, -1, 0x1000, Access.READ, STALLED);

        other.machine.put(Bench.COMMANDS, 0x0000_0008_0000_1044L, first);
        other.write(0x98, 1);
        other.run();

        assertThat(other.machine.takeDevices()).containsExactly("release 8 " + first + " RETRY");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aStallThatSoftwareWasNotToldOfIsRetried() {
        bench.write(0x20, 0x9);
        int stag = bench.translation.faults.stall(8, -1, 0x1000, Access.READ, STALLED);
        SavedState state = bench.smmu.save();
        assertThat(state.stalled().getFirst().event()).isEmpty();
        var other = Bench.of("smmuv3-3.2");

        other.smmu.restore(state);
        assertThat(other.machine.takeDevices()).isEmpty();
        other.write(0x20, 0xd);

        assertThat(other.machine.takeDevices()).containsExactly("release 8 " + stag + " RETRY");
    }

    @Test
    void aStateThatUsesMoreIsRefusedWithTheListAndNothingChanges() {
        var old = Bench.of("smmuv3-3.1");
        old.write(0x9c, 5);

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> old.smmu.restore(bench.smmu.save()))
                .satisfies(refused ->
                        assertThat(refused.features())
                                .containsExactly(
                                        "IDR3.FWB 1 (here 0)",
                                        "IDR3.STT 1 (here 0)",
                                        "IDR3.RIL 1 (here 0)",
                                        "IDR3.BBML 2 (here 0)"));
        assertThat(old.read(0x9c)).isEqualTo(5);
        assertThat(old.read(0x20)).isZero();
    }

    @Test
    void whatEndsTransactionsOnlyByStallingDoesNotRunWhereNothingStalls() {
        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> Bench.withIdr0Flipped(1 << 24).smmu.restore(bench.smmu.save()))
                .satisfies(refused ->
                        assertThat(refused.features())
                                .containsExactly("IDR0.STALL_MODEL 0 (here 1)"));
    }

    @Test
    void aModelThatNobodyHasSetUpRunsAnywhere() {
        Bench.of("qemu-9.2").smmu.restore(Bench.of("smmuv3-3.3").smmu.save());
    }

    @Test
    void theIndexesOfThunderX2ComeFromPage1() {
        var state = Bench.of("smmuv3-3.3", java.util.Map.of());
        state.write(0x100ac, 3);
        var thunder = Bench.of("thunderx2");

        thunder.smmu.restore(state.smmu.save());

        assertThat(thunder.read(0xac)).isEqualTo(3);
    }

    @Test
    void theAnswerOfGatosIsStillThere() {
        bench.translation.probeResult = 0xff00_0000_4000_1000L;
        bench.smmu.write(0x110, 8, 0x1400);
        bench.write(0x100, 1);
        var other = Bench.of("smmuv3-3.2");

        other.smmu.restore(bench.smmu.save());

        assertThat(other.smmu.read(0x118, 8)).isEqualTo(0xff00_0000_4000_1000L);
    }

    @Test
    void anotherKindOrVersionIsRefused() {
        var registers = new TreeMap<String, Long>();
        var stranger = new SavedState("vt-d", 1, "x", registers, List.of(), new TreeMap<>());
        var later = new SavedState("smmuv3", 2, "x", registers, List.of(), new TreeMap<>());

        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> bench.smmu.restore(stranger))
                .withMessageContaining("vt-d");
        assertThatExceptionOfType(UnsupportedStateException.class)
                .isThrownBy(() -> bench.smmu.restore(later))
                .withMessageContaining("version 2");
    }
}
