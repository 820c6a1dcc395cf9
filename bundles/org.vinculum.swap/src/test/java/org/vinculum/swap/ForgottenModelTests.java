package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.swap.fake.FakeFactory;
import org.vinculum.swap.fake.Seat;

class ForgottenModelTests {
    private static final int PATIENCE = 50;

    private final Seat seat = new Seat();
    private WeakReference<FakeFactory> firstMaker;
    private WeakReference<Object> firstModel;

    private SwappableModel started() {
        var first = new FakeFactory("first");
        var model =
                new SwappableModel(
                        "/smmu",
                        Seat.one(first),
                        seat.around.surroundings(),
                        Map.of(),
                        Seat.PATIENT,
                        (_, what) -> seat.later.add(what));
        firstMaker = new WeakReference<>(first);
        firstModel = new WeakReference<>(first.latest);
        return model;
    }

    private static boolean gone(WeakReference<?> reference) {
        for (int i = 0; i < PATIENCE && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void whileOnProbationThePredecessorIsThere() {
        SwappableModel model = started();

        model.exchange(model.prepare(Seat.one(new FakeFactory("second"))));
        System.gc();

        assertThat(firstMaker.get()).isNotNull();
        assertThat(model.vacant()).isFalse();
    }

    @Test
    void afterProbationNothingOfThePredecessorIsLeft() {
        SwappableModel model = started();
        Candidate candidate = model.prepare(Seat.one(new FakeFactory("second")));
        model.exchange(candidate);

        seat.later.forEach(Runnable::run);

        assertThat(gone(firstModel)).isTrue();
        assertThat(gone(firstMaker)).isTrue();
        assertThat(model.vacant()).isFalse();
        assertThat(candidate.contender()).isNotNull();
    }

    @Test
    void ofSwapsInARowOnlyTheLastPredecessorIsKept() {
        SwappableModel model = started();
        model.exchange(model.prepare(Seat.one(new FakeFactory("second"))));

        model.exchange(model.prepare(Seat.one(new FakeFactory("third"))));

        assertThat(gone(firstModel)).isTrue();
        assertThat(gone(firstMaker)).isTrue();
        assertThat(seat.later).hasSize(2);
        assertThat(model.vacant()).isFalse();
    }

    @Test
    void nothingIsLeftOfOneThatFailed() {
        SwappableModel model = started();
        var second = new FakeFactory("second");
        model.exchange(model.prepare(Seat.one(second)));
        second.on(
                "process",
                _ -> {
                    throw new IllegalStateException("broken");
                });
        try {
            model.process(1);
        } catch (ModelFailedException failed) {
            model.fallBack(failed);
        }
        var failedModel = new WeakReference<>(second.latest);
        second.latest = null;

        assertThat(gone(failedModel)).isTrue();
        assertThat(model.inPlace().title()).isEqualTo("first 1.0");
    }

    @Test
    void nothingIsLeftOfACandidateThatWasNotTaken() {
        SwappableModel model = started();
        var second = new FakeFactory("second");
        Candidate candidate = model.prepare(Seat.one(second));
        var unused = new WeakReference<>(second.latest);
        second.latest = null;

        candidate.discard();

        assertThat(gone(unused)).isTrue();
        assertThat(candidate.contender()).isEqualTo(Seat.one(second));
    }
}
