package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;
import org.vinculum.swap.fake.FakeFactory;
import org.vinculum.swap.fake.FakeFactory.Happening;
import org.vinculum.swap.fake.FakeModel;
import org.vinculum.swap.fake.Seat;

class FallBackTests {
    private final Seat seat = new Seat();
    private final FakeFactory first = new FakeFactory("first");
    private final FakeFactory second = new FakeFactory("second");
    private final Outcome outcome = new Outcome();
    private final SwappableModel model =
            new SwappableModel(
                    "/smmu",
                    Seat.one(first),
                    seat.around.surroundings(),
                    Map.of(),
                    Seat.PATIENT,
                    (_, what) -> seat.later.add(what));

    private void swap() {
        model.exchange(model.prepare(Seat.one(second)));
    }

    private static Happening fails() {
        return _ -> {
            throw new IllegalStateException("broken");
        };
    }

    private SwapReport fallBackFrom(Runnable call) {
        try {
            call.run();
        } catch (ModelFailedException failed) {
            return model.fallBack(failed);
        }
        throw new AssertionError("nothing failed");
    }

    private int stall(int stream) {
        assertThat(model.translate(stream, -1, FakeModel.STALLS, 1, outcome))
                .isEqualTo(Outcome.STALLED);
        return outcome.stag();
    }

    @Test
    void aModelThatFailsIsToldApartFromACallerWhoDoes() {
        swap();

        assertThatIllegalArgumentException().isThrownBy(() -> model.read(1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> model.read(0x2_0000, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> model.write(0, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> model.process(0));

        second.on("read", fails());
        assertThatExceptionOfType(ModelFailedException.class)
                .isThrownBy(() -> model.read(Seat.CR0, 4))
                .withMessage(
                        "second 1.0 failed in a read of a register:"
                                + " java.lang.IllegalStateException: broken");
    }

    @Test
    void aModelThatHasFailedIsNotCalledAnyMore() {
        swap();
        second.on("process", fails());
        assertThatExceptionOfType(ModelFailedException.class).isThrownBy(() -> model.process(1));
        second.well();

        assertThatExceptionOfType(ModelFailedException.class)
                .isThrownBy(() -> model.translate(1, -1, 0x1000, 1, outcome));
    }

    @Test
    void thePredecessorTakesOverWhatTheFailedOneStillGives() {
        model.write(Seat.CMDQ_PROD, 4, 3);
        swap();
        model.write(Seat.CMDQ_PROD, 4, 9);
        int stag = stall(8);
        FakeModel old = first.latest;
        second.on("translate", fails());

        SwapReport done = fallBackFrom(() -> model.translate(1, -1, 0x1000, 1, outcome));

        assertThat(done).isEqualTo(new SwapReport("/smmu", "second 1.0", "first 1.0", 0, 1));
        assertThat(model.inPlace()).isEqualTo(Seat.one(first));
        assertThat(first.latest).isNotSameAs(old);
        assertThat(first.latest.stalled)
                .singleElement()
                .satisfies(one -> assertThat(one.stag()).isEqualTo(stag));
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(9);
        assertThat(seat.around.take()).isEmpty();
    }

    @Test
    void withoutItsStateThePredecessorKnowsWhatWasSeen() {
        int kept = stall(7);
        int ended = stall(7);
        swap();
        model.write(Seat.CMDQ_PROD, 4, 9);
        model.process(1);
        int since = stall(8);
        second.latest.resume(7, ended);
        seat.around.take();
        second.on("save", fails()).on("read", fails());

        SwapReport done = fallBackFrom(() -> model.read(Seat.CR0, 4));

        assertThat(done.stalled()).isEqualTo(1);
        assertThat(first.latest.stalled)
                .singleElement()
                .satisfies(one -> assertThat(one.stag()).isEqualTo(kept));
        assertThat(seat.around.take()).containsExactly("release 8 " + since + " RETRY");
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(9);
        assertThat(model.read(Seat.CMDQ_CONS, 4)).isEqualTo(9);
    }

    @Test
    void positionsAreReadOnceMoreWhereTheyCanBe() {
        swap();
        second.latest.registers.put("EVENTQ_PROD", 5L);
        second.on("save", fails()).on("process", fails());

        fallBackFrom(() -> model.process(1));

        assertThat(model.read(Seat.EVENTQ_PROD, 4)).isEqualTo(5);
    }

    @Test
    void aStallThatTheFailedOneForgotIsTriedAgain() {
        swap();
        int lost = stall(8);
        second.latest.stalled.clear();
        second.on("process", fails());

        fallBackFrom(() -> model.process(1));

        assertThat(seat.around.take()).containsExactly("release 8 " + lost + " RETRY");
    }

    @Test
    void aStallThatHasEndedDoesNotComeBack() {
        swap();
        stall(8);
        var before = java.util.List.copyOf(second.latest.stalled);
        second.latest.resume(8, outcome.stag());
        second.latest.stalled.addAll(before);
        second.on("process", fails());

        assertThat(fallBackFrom(() -> model.process(1)).stalled()).isZero();
    }

    @Test
    void whereTheMakerHasGoneTheOldObjectGoesOn() {
        int kept = stall(7);
        FakeModel old = first.latest;
        swap();
        int since = stall(7);
        first.on(
                "create",
                _ -> {
                    throw new NoClassDefFoundError("gone");
                });
        second.on("save", fails()).on("process", fails());

        fallBackFrom(() -> model.process(1));

        assertThat(old.placed()).isTrue();
        assertThat(old.stalled)
                .singleElement()
                .satisfies(one -> assertThat(one.stag()).isEqualTo(kept));
        assertThat(seat.around.take()).containsExactly("release 7 " + since + " RETRY");
    }

    @Test
    void whereNobodyTakesOverTheFailedOneGoesOn() {
        swap();
        first.on("create", fails()).on("restore", fails());
        second.on("process", fails());

        assertThatExceptionOfType(SwapRefusedException.class)
                .isThrownBy(() -> fallBackFrom(() -> model.process(1)));

        second.well();
        assertThat(model.inPlace()).isEqualTo(Seat.one(second));
        assertThat(second.latest.placed()).isTrue();
        model.process(1);
    }

    @Test
    void thoseWhoComeLateHearOfTheSame() {
        swap();
        second.on("process", fails());
        SwapReport done = fallBackFrom(() -> model.process(1));

        assertThat(model.fallBack(new ModelFailedException("late", null))).isSameAs(done);
    }

    @Test
    void anotherTakesOverFromThePredecessorOfOneThatHasFailed() {
        swap();
        model.write(Seat.CMDQ_PROD, 4, 9);
        second.on("process", fails()).on("save", fails());
        assertThatExceptionOfType(ModelFailedException.class).isThrownBy(() -> model.process(1));
        var third = new FakeFactory("third");

        SwapReport done = model.exchange(model.prepare(Seat.one(third)));

        assertThat(done.from()).isEqualTo("first 1.0");
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(9);
        assertThat(model.fallBack(new ModelFailedException("late", null)).from())
                .isEqualTo("second 1.0");
        assertThat(model.inPlace()).isEqualTo(Seat.one(third));
    }

    @Test
    void aPlaceOfOneThatHasFailedIsLeftByItsPredecessor() {
        swap();
        model.write(Seat.CMDQ_PROD, 4, 9);
        second.on("process", fails()).on("save", fails());
        assertThatExceptionOfType(ModelFailedException.class).isThrownBy(() -> model.process(1));

        model.vacate();

        assertThat(model.vacant()).isTrue();
        assertThat(model.inPlace()).isEqualTo(Seat.one(first));
    }

    @Test
    void thereIsNothingToFallBackToWhereNothingFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> model.fallBack(new ModelFailedException("never", null)));
    }

    @Test
    void afterProbationAFaultIsPassedOn() {
        swap();
        seat.later.forEach(Runnable::run);
        second.on("process", fails());

        assertThatIllegalStateException().isThrownBy(() -> model.process(1)).withMessage("broken");
    }

    @Test
    void probationThatEndsAfterAFaultDoesNotForgiveIt() {
        swap();
        second.on("process", fails());
        assertThatExceptionOfType(ModelFailedException.class)
                .isThrownBy(() -> model.process(1))
                .satisfies(failed -> {
                    seat.later.forEach(Runnable::run);
                    assertThat(model.fallBack(failed).to()).isEqualTo("first 1.0");
                });
    }

    @Test
    void theEndOfAnEarlierProbationDoesNotEndALaterOne() {
        swap();
        Runnable end = seat.later.getFirst();
        model.exchange(model.prepare(Seat.one(first)));
        end.run();
        first.on("process", fails());

        assertThatExceptionOfType(ModelFailedException.class).isThrownBy(() -> model.process(1));
    }
}
