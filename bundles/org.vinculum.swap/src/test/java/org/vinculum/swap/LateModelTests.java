package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.swap.fake.Around;
import org.vinculum.swap.fake.FakeFactory;
import org.vinculum.swap.fake.FakeModel;
import org.vinculum.swap.fake.Seat;

/// What comes to its end after nobody waits for it any more.
class LateModelTests {
    private final Seat seat = new Seat();
    private final FakeFactory first = new FakeFactory("first");
    private final FakeFactory second = new FakeFactory("second");
    private final CountDownLatch late = new CountDownLatch(1);
    private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
    private final SwappableModel model =
            new SwappableModel(
                    "/late",
                    Seat.one(first),
                    seat.around.surroundings(),
                    Map.of(),
                    Seat.HASTY,
                    (_, what) -> seat.later.add(what));

    private void waitUntilLate() {
        boolean over = false;
        while (!over) {
            try {
                late.await();
                over = true;
            } catch (InterruptedException _) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitWorkers() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("swap /late")) {
                thread.join();
            }
        }
    }

    /// Does what a model may do, and tells whether it reached anything.
    private void touch(FakeModel touching) {
        boolean memory = touching.around.memory().ram(Around.RAM) != null;
        boolean message = touching.around.memory().writeInt(Around.DOORBELL, 1);
        touching.around.interrupts().raise(Line.EVENTQ);
        touching.resume(1, 1);
        reached.complete(memory || message);
    }

    private void refused() {
        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.exchange(model.prepare(Seat.one(second))));
        late.countDown();
        assertThat(reached.join()).isFalse();
        assertThat(seat.around.take()).isEmpty();
        assertThat(model.inPlace()).isEqualTo(Seat.one(first));
    }

    @Test
    void oneThatReturnsLateFromRestoreReachesNothing() {
        second.once(
                "restore",
                there -> {
                    waitUntilLate();
                    touch(there);
                });

        refused();
    }

    @Test
    void oneThatIsGivenAStateTooLateIsNotAsked() throws InterruptedException {
        first.once("save", _ -> waitUntilLate());
        second.on("restore", _ -> {});
        var next = model.prepare(Seat.one(second));
        FakeModel made = second.latest;
        second.on("restore", this::touch);

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.exchange(next));
        late.countDown();
        awaitWorkers();

        assertThat(reached).isNotDone();
        assertThat(made.placed()).isFalse();
    }

    @Test
    void oneThatIsMadeTooLateReachesNothing() throws InterruptedException {
        second.on("create", _ -> waitUntilLate());

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.prepare(Seat.one(second)))
                .withMessageContaining("was not made and tried within 250 ms");
        late.countDown();
    }

    @Test
    void whatItSaysWhileItTakesOverIsHeardWhenItHas() {
        second.once(
                "restore",
                there -> {
                    there.around.interrupts().raise(Line.GERROR);
                    there.around.interrupts().raise(Line.CMD_SYNC);
                    there.around.memory().writeInt(Around.DOORBELL, 7);
                    there.resume(8, 1);
                    assertThat(seat.around.take()).isEmpty();
                });

        model.exchange(model.prepare(Seat.one(second)));

        assertThat(seat.around.take())
                .containsExactly("GERROR", "message 0x7", "release 8 1 ABORT");
    }
}
