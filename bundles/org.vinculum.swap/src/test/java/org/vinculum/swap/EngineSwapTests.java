package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;
import org.vinculum.swap.fake.Around;
import org.vinculum.swap.fake.Engine;

/// With the engine that stands in real places.
class EngineSwapTests {
    private final Engine engine = new Engine();
    private final Around around = engine.around;
    private final Outcome outcome = new Outcome();
    private SwappableModel model;

    private void start(String name, Map<String, Long> identification) {
        engine.start(name, identification);
        model = engine.model;
    }

    private SwapReport swap(String name) {
        return engine.swap(name);
    }

    private void command(long word0, long word1) {
        engine.command(word0, word1);
    }

    @Test
    void itGoesOnAtTheSameCommandInAnotherModel() {
        start("smmuv3-3.0", Map.of());
        command(0x46, 0);

        swap("smmuv3-3.3");
        command(0x46, 0);

        assertThat(model.read(0x9c, 4)).isEqualTo(2);
        assertThat(model.read(0x1c, 4)).isEqualTo(3);
        assertThat(model.read(0xc, 4)).isZero();
    }

    @Test
    void whatTheOtherLacksIsToldByName() {
        start("smmuv3-3.2", Map.of());

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.prepare(Engine.contender("smmuv3-3.1")))
                .satisfies(no ->
                        assertThat(no.reasons())
                                .containsExactly(
                                        "smmuv3-3.1 lacks IDR3.FWB 1 (here 0).",
                                        "smmuv3-3.1 lacks IDR3.STT 1 (here 0).",
                                        "smmuv3-3.1 lacks IDR3.RIL 1 (here 0).",
                                        "smmuv3-3.1 lacks IDR3.BBML 2 (here 0)."));
    }

    @Test
    void anEventThatWaitsIsToldAgain() {
        start("smmuv3-3.2", Map.of());
        model.translate(9, -1, 0x1000, 1, outcome);
        assertThat(around.take()).containsExactly("EVENTQ");

        swap("smmuv3-3.3");
        assertThat(around.take()).containsExactly("EVENTQ");

        model.write(0x100ac, 4, model.read(0x100a8, 4));
        swap("smmuv3-3.2");
        assertThat(around.take()).isEmpty();
    }

    @Test
    void anActiveErrorIsToldAgainAndAnAcknowledgedOneIsNot() {
        start("smmuv3-3.2", Map.of());
        command(0xff, 0);
        assertThat(around.take()).containsExactly("GERROR");

        swap("smmuv3-3.3");
        assertThat(around.take()).containsExactly("GERROR");

        model.write(0x64, 4, model.read(0x60, 4));
        swap("smmuv3-3.2");
        assertThat(around.take()).isEmpty();
    }

    @Test
    void aPageRequestThatWaitsIsToldAgainByMessage() {
        start("smmuv3-3.2", Map.of());
        model.write(0x50, 4, 0);
        model.write(0xd0, 8, Around.DOORBELL);
        model.write(0xd8, 4, 0x77);
        model.write(0x50, 4, 0x7);
        model.requestPage(2, -1, 0x1000, 1, 5, true);
        assertThat(around.take()).containsExactly("message 0x77");

        swap("smmuv3-3.3");

        assertThat(around.take()).containsExactly("message 0x77");
    }

    @Test
    void aCompletedSyncIsNotToldAgain() {
        start("smmuv3-3.2", Map.of());
        command(0x1046, 0);
        assertThat(around.take()).containsExactly("CMD_SYNC");

        swap("smmuv3-3.3");

        assertThat(around.take()).isEmpty();
    }

    @Test
    void aStalledTransactionIsAnsweredInAnotherModel() {
        start("smmuv3-3.2", Map.of());
        engine.stalling(2);
        assertThat(model.translate(2, -1, 0x1000, 1, outcome)).isEqualTo(Outcome.STALLED);
        int stag = outcome.stag();

        assertThat(swap("smmuv3-3.3").stalled()).isEqualTo(1);
        around.take();
        command(0x0000_0002_0000_1044L, stag);

        assertThat(around.take()).containsExactly("release 2 " + stag + " RETRY");
    }

    @Test
    void aStallOfWhichSoftwareHasNotHeardIsTriedAgainOnce() {
        start("smmuv3-3.2", Map.of());
        engine.stalling(2);
        model.write(0x20, 4, 0xb);
        model.translate(2, -1, 0x1000, 1, outcome);
        int stag = outcome.stag();
        around.take();

        swap("smmuv3-3.3");
        assertThat(around.take()).isEmpty();
        model.write(0x20, 4, 0xf);
        swap("smmuv3-3.2");

        assertThat(around.take()).containsExactly("release 2 " + stag + " RETRY");
    }

    @Test
    void modelsOfAPoolTakeOverFromEachOther() {
        var names =
                List.of("smmuv3-3.0", "smmuv3-3.1", "smmuv3-3.2", "mmu-600-r2p0", "mmu-700-r1p1");
        Map<String, Long> common =
                CommonIdentification.of(names.stream().map(Engine::factory).toList());
        start("smmuv3-3.2", common);

        for (String name : names) {
            swap(name);
            command(0x46, 0);
        }

        assertThat(model.read(0x9c, 4)).isEqualTo(names.size());
        assertThat(model.read(0, 4)).isEqualTo(common.get("IDR0"));
    }
}
