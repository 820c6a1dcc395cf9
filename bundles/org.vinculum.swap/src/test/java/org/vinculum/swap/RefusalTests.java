package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.swap.fake.FakeFactory;
import org.vinculum.swap.fake.FakeFactory.Happening;
import org.vinculum.swap.fake.FakeModel;
import org.vinculum.swap.fake.Seat;

class RefusalTests {
    private final Seat seat = new Seat();
    private final FakeFactory first = new FakeFactory("first");
    private final FakeFactory second = new FakeFactory("second");
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        end.countDown();
    }

    private SwappableModel model(SwapSettings settings) {
        return new SwappableModel(
                "/smmu",
                Seat.one(first),
                seat.around.surroundings(),
                Map.of(),
                settings,
                (_, what) -> seat.later.add(what));
    }

    private void refused(SwappableModel model, String reason) {
        model.write(Seat.CMDQ_PROD, 4, 3);
        FakeModel there = first.latest;
        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.exchange(model.prepare(Seat.one(second))))
                .satisfies(no -> assertThat(no.reasons()).first().asString().contains(reason));
        assertThat(model.inPlace()).isEqualTo(Seat.one(first));
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(3);
        assertThat(there.placed()).isTrue();
        assertThat(second.latest == null || !second.latest.placed()).isTrue();
    }

    /// Does not heed an interrupt.
    private Happening never() {
        return _ -> {
            boolean over = false;
            while (!over) {
                try {
                    end.await();
                    over = true;
                } catch (InterruptedException _) {
                    Thread.onSpinWait();
                }
            }
        };
    }

    private static Happening fails() {
        return _ -> {
            throw new IllegalStateException("broken");
        };
    }

    private static Happening overflows() {
        return model -> {
            throw deeper(model, 0);
        };
    }

    private static RuntimeException deeper(Object model, int depth) {
        RuntimeException more = deeper(model, depth + 1);
        return more == null ? new IllegalStateException() : more;
    }

    @Test
    void whatItLacksIsListed() {
        first.identification.put("IDR3", 0x4L);
        first.identification.put("IDR0", 0x0003_201bL);

        SwappableModel model = model(Seat.PATIENT);

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.prepare(Seat.one(second)))
                .satisfies(no ->
                        assertThat(no.reasons()).isEqualTo(List.of("second 1.0 lacks IDR0.")));
    }

    @Test
    void whatIsNotThereCannotBeAskedForByIdentificationEither() {
        second.identification.put("IDR0", 0L);

        refused(model(Seat.PATIENT), "second 1.0 lacks IDR0.");
    }

    @Test
    void anotherKind() {
        second.kind = "vt-d";

        refused(model(Seat.PATIENT), "is a vt-d, not a smmuv3");
    }

    @Test
    void aSmallerFrame() {
        second.frameSize = 0x1_0000;

        refused(model(Seat.PATIENT), "registers of 0x10000 bytes");
    }

    @Test
    void anErratumThatMovesRegistersOrLines() {
        second.errata.add(Erratum.ONE_INTERRUPT);

        refused(model(Seat.PATIENT), "has the erratum ONE_INTERRUPT");
    }

    @Test
    void anErratumThatSoftwareCountsOn() {
        first.errata.add(Erratum.INDEXES_ON_PAGE_0);

        refused(model(Seat.PATIENT), "has not the erratum INDEXES_ON_PAGE_0");
    }

    @Test
    void aNewErratumOfPrefetches() {
        second.errata.add(Erratum.PREFETCH_BREAKS);

        refused(model(Seat.PATIENT), "has the erratum PREFETCH_BREAKS");
    }

    @Test
    void anErratumOfPrefetchesMayGo() {
        first.errata.add(Erratum.PREFETCH_BREAKS);
        SwappableModel model = model(Seat.PATIENT);

        model.exchange(model.prepare(Seat.one(second)));

        assertThat(model.inPlace()).isEqualTo(Seat.one(second));
    }

    @Test
    void oneThatCannotBeMade() {
        second.on("create", fails());

        refused(model(Seat.PATIENT), "broken");
    }

    @Test
    void oneThatIsNeverMade() {
        second.on("create", never());

        refused(model(Seat.HASTY), "within 250 ms");
    }

    @Test
    void oneThatDoesNotEvenGetThroughTheRehearsal() {
        second.on("restore", fails());

        refused(model(Seat.PATIENT), "broken");
    }

    @Test
    void oneThatDoesNotKeepWhatItIsGivenIsFoundInTheRehearsal() {
        second.on("save", model -> model.registers.put("CR0", 0L));
        SwappableModel model = model(Seat.PATIENT);

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> model.prepare(Seat.one(second)))
                .withMessage("second 1.0 made 0x0 of CR0 0x1.");
    }

    @Test
    void oneThatFailsToRestoreInItsPlace() {
        second.once("restore", fails());

        refused(model(Seat.PATIENT), "failed to hand over: java.lang.IllegalStateException");
    }

    @Test
    void oneWhoseStackOverflows() {
        second.once("restore", overflows());

        refused(model(Seat.PATIENT), "StackOverflowError");
    }

    @Test
    void oneOfWhichClassesAreMissing() {
        second.once(
                "restore",
                _ -> {
                    throw new NoClassDefFoundError("com/example/Gone");
                });

        refused(model(Seat.PATIENT), "com/example/Gone");
    }

    @Test
    void oneThatNeverReturnsFromRestore() {
        second.once("restore", never());

        refused(model(Seat.HASTY), "hand over was not done within 50 ms");
    }

    @Test
    void oneThatForgetsWhereTheCommandsWere() {
        second.on("restore", model -> model.registers.put("CMDQ_PROD", 0L));
        second.once("save", model -> model.registers.put("CMDQ_PROD", 0L));

        refused(model(Seat.PATIENT), "made 0x0 of CMDQ_PROD 0x3");
    }

    @Test
    void oneThatForgetsWhoWaits() {
        SwappableModel model = model(Seat.PATIENT);
        model.translate(8, -1, FakeModel.STALLS, 1, new org.vinculum.iommu.Outcome());
        second.once("save", there -> there.stalled.clear());

        refused(model, "has lost stalled transactions");
    }

    @Test
    void anOldOneThatDoesNotGiveItsState() {
        SwappableModel model = model(Seat.PATIENT);
        first.once("save", fails());

        refused(model, "first 1.0 failed to give its state");
    }

    @Test
    void aFirstOneThatHasNoState() {
        first.on("save", fails());

        refused(model(Seat.PATIENT), "does not give its state");
    }

    @Test
    void whatOneSaidThatWasRefusedIsNotHeard() {
        SwappableModel model = model(Seat.PATIENT);
        second.once(
                "restore",
                there -> {
                    there.resume(8, 1);
                    there.around.interrupts().raise(org.vinculum.iommu.InterruptLines.Line.GERROR);
                    there.around.memory().writeInt(0x0802_0040L, 1);
                    throw new IllegalStateException("late");
                });

        refused(model, "late");

        assertThat(seat.around.take()).isEmpty();
    }
}
