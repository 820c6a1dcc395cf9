package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.Outcome;
import org.vinculum.swap.fake.Breaking;
import org.vinculum.swap.fake.Engine;

/// The engine in a place, and one around it that breaks.
class EngineFallBackTests {
    private final Engine engine = new Engine();
    private final Breaking breaking = new Breaking(Engine.factory("smmuv3-3.3"));
    private final Outcome outcome = new Outcome();

    private void start() {
        engine.start("smmuv3-3.2", Map.of());
        engine.stalling(2);
    }

    private void swapTo(IommuModelFactory next) {
        engine.model.exchange(engine.model.prepare(new Contender(next, "")));
        engine.around.take();
    }

    private int stall() {
        assertThat(engine.model.translate(2, -1, 0x1000, 1, outcome)).isEqualTo(Outcome.STALLED);
        return outcome.stag();
    }

    private SwapReport process() {
        try {
            engine.model.process(1);
        } catch (ModelFailedException failed) {
            return engine.model.fallBack(failed);
        }
        throw new AssertionError("nothing failed");
    }

    @Test
    void commandsGoOnWhereTheFailedOneStoodStill() {
        start();
        engine.command(0x46, 0);
        swapTo(breaking);
        engine.command(0x46, 0);
        int before = stall();
        engine.around.take();
        breaking.in(Breaking.Call.PROCESS);
        engine.put(0x46, 0);

        SwapReport done = process();
        while (engine.model.process(1)) {
            continue;
        }

        assertThat(done.stalled()).isEqualTo(1);
        assertThat(engine.model.read(0x9c, 4)).isEqualTo(3);
        assertThat(engine.around.take()).containsExactly("EVENTQ");
        engine.command(0x0000_0002_0000_1044L, before);
        assertThat(engine.around.take()).containsExactly("release 2 " + before + " RETRY");
    }

    @Test
    void withoutTheStateOfTheFailedOneNoCommandIsDoneTwice() {
        start();
        int kept = stall();
        engine.command(0x46, 0);
        swapTo(breaking);
        engine.command(0x1046, 0);
        int since = stall();
        engine.around.take();
        engine.put(0x1046, 0);
        breaking.in(Breaking.Call.PROCESS, Breaking.Call.SAVE, Breaking.Call.READ);

        SwapReport done = process();
        assertThat(done.stalled()).isEqualTo(1);
        assertThat(engine.around.take()).containsExactly("release 2 " + since + " RETRY", "EVENTQ");
        while (engine.model.process(1)) {
            continue;
        }

        assertThat(engine.around.take()).containsExactly("CMD_SYNC");
        assertThat(engine.model.read(0x9c, 4)).isEqualTo(3);
        engine.command(0x0000_0002_0000_1044L, kept);
        assertThat(engine.around.take()).containsExactly("release 2 " + kept + " RETRY");
    }

    @Test
    void aStateThatSoftwareHasNotLeftSoIsNotBelieved() {
        start();
        swapTo(breaking);
        stall();
        engine.model.write(0x1_00ac, 4, 1);
        breaking.in(Breaking.Call.PROCESS, Breaking.Call.FORGET_CONSUMED);

        process();

        assertThat(engine.model.read(0x1_00ac, 4)).isEqualTo(1);
    }

    @Test
    void enhancedQueuesAreRememberedToo() {
        engine.start("smmuv3-3.3", Map.of());
        swapTo(breaking);
        engine.model.write(0x2_0000, 8, Engine.COMMANDS | 3);
        engine.around.put(Engine.COMMANDS, 0x46, 0);
        engine.model.write(0x2_0008, 4, 0x8000_0001L);
        while (engine.model.process(1)) {
            continue;
        }
        assertThat(engine.model.read(0x2_000c, 4)).isEqualTo(0x8000_0001L);
        breaking.in(Breaking.Call.PROCESS, Breaking.Call.SAVE, Breaking.Call.READ);

        process();

        assertThat(engine.model.read(0x2_0000, 8)).isEqualTo(Engine.COMMANDS | 3);
        assertThat(engine.model.read(0x2_000c, 4)).isEqualTo(0x8000_0001L);
    }

    @Test
    void theOneInterruptOfThunderX2IsTheEventQueuesOne() {
        engine.start("thunderx2", Map.of());
        engine.command(0xff, 0);
        assertThat(engine.around.take()).isEqualTo(List.of("EVENTQ"));

        engine.swap("thunderx2");

        assertThat(engine.around.take()).isEqualTo(List.of("EVENTQ"));
    }

    @Test
    void theIndexesOfThunderX2AreSeenOnPage0() {
        engine.start("thunderx2", Map.of());
        var broken = new Breaking(Engine.factory("thunderx2"));
        swapTo(broken);
        engine.model.translate(9, -1, 0x1000, 1, outcome);
        engine.model.write(0xac, 4, 1);
        broken.in(Breaking.Call.PROCESS, Breaking.Call.SAVE, Breaking.Call.READ);

        process();

        assertThat(engine.model.read(0xa8, 4)).isEqualTo(1);
        assertThat(engine.model.read(0xac, 4)).isEqualTo(1);
    }
}
