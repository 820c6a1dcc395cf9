package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;
import org.vinculum.swap.fake.FakeFactory;
import org.vinculum.swap.fake.FakeModel;
import org.vinculum.swap.fake.Seat;

class SwapTests {
    private final Seat seat = new Seat();
    private final FakeFactory first = new FakeFactory("first");
    private final FakeFactory second = new FakeFactory("second");
    private final SwappableModel model = model(Seat.PATIENT);

    private SwappableModel model(SwapSettings settings) {
        return new SwappableModel(
                "/smmu",
                Seat.one(first),
                seat.around.surroundings(),
                Map.of(),
                settings,
                (_, what) -> seat.later.add(what));
    }

    private SwapReport swap(FakeFactory next) {
        return model.exchange(model.prepare(Seat.one(next)));
    }

    @Test
    void theNextTakesOverWhatTheFirstHadBeenTold() {
        model.write(Seat.CR0, 4, 9);
        model.write(Seat.CMDQ_PROD, 4, 3);
        model.process(1);

        SwapReport done = swap(second);

        assertThat(done).isEqualTo(new SwapReport("/smmu", "first 1.0", "second 1.0", 0, 0));
        assertThat(model.inPlace()).isEqualTo(Seat.one(second));
        assertThat(model.read(Seat.CMDQ_CONS, 4)).isEqualTo(3);
        assertThat(second.latest.registers).containsEntry("CR0", 9L);
    }

    @Test
    void callsGoToWhoeverStandsThere() {
        var outcome = new Outcome();
        model.translate(1, -1, 0x1000, 1, outcome);
        swap(second);
        var before = first.latest.registers.get("CMDQ_PROD");

        model.write(Seat.CMDQ_PROD, 4, 7);

        assertThat(second.latest.registers).containsEntry("CMDQ_PROD", 7L);
        assertThat(first.latest.registers.get("CMDQ_PROD")).isEqualTo(before);
    }

    @Test
    void identificationAndSizeAreTheFirstOnesForEver() {
        second.frameSize = 0x4_0000;
        second.identification.put("IDR0", 0xffff_ffffL);
        second.identification.put("IDR3", 0x7cL);

        swap(second);

        assertThat(model.frameSize()).isEqualTo(0x2_0000);
        assertThat(model.read(0, 4)).isEqualTo(0x0001_201bL);
        assertThat(model.read(0xc, 4)).isZero();
    }

    @Test
    void stalledTransactionsAreCountedAndKeepTheirTags() {
        var outcome = new Outcome();
        model.translate(8, -1, FakeModel.STALLS, 1, outcome);

        assertThat(swap(second).stalled()).isEqualTo(1);

        assertThat(second.latest.stalled)
                .singleElement()
                .satisfies(one -> assertThat(one.stag()).isEqualTo(outcome.stag()));
    }

    @Test
    void oneThatTakesOverIsNoCandidateAnyMore() {
        Candidate candidate = model.prepare(Seat.one(second));
        model.exchange(candidate);

        candidate.discard();

        assertThat(second.latest.placed()).isTrue();
        assertThatIllegalStateException().isThrownBy(candidate::model);
        assertThatIllegalStateException().isThrownBy(() -> model.exchange(candidate));
    }

    @Test
    void nobodyWaitsForWorkAfterAVacantPlaceHasBeenTaken() throws InterruptedException {
        Candidate candidate = model.prepare(Seat.one(second));
        model.vacate();

        model.exchange(candidate);

        assertThat(candidate.thread().ends(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void whoACandidateIsIsKnownWithoutAskingItAgain() {
        second.identification.put("IIDR", 0x4831_043bL);
        Candidate candidate = model.prepare(Seat.one(second));
        second.on(
                "read",
                _ -> {
                    throw new IllegalStateException("broken");
                });

        assertThat(candidate.iidr()).isEqualTo(0x4831_043b);
    }

    @Test
    void aCandidateReachesNothing() {
        Candidate candidate = model.prepare(Seat.one(second));

        assertThat(candidate.contender()).isEqualTo(Seat.one(second));
        assertThat(candidate.model().read(0, 4)).isEqualTo(0x0001_201bL);
        assertThat(second.latest.placed()).isFalse();
    }

    @Test
    void whoStoodThereReachesNothingAnyMore() {
        FakeModel old = first.latest;
        swap(second);
        seat.around.take();

        old.resume(8, 0);
        old.around.interrupts().raise(org.vinculum.iommu.InterruptLines.Line.EVENTQ);

        assertThat(seat.around.take()).isEmpty();
        assertThat(old.placed()).isFalse();
        assertThat(old.around.memory().writeInt(0x0802_0040L, 1)).isFalse();
    }

    @Test
    void aVacantPlaceKeepsTheStateForWhoeverComes() {
        model.write(Seat.CMDQ_PROD, 4, 5);
        model.vacate();
        assertThat(model.vacant()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> model.read(Seat.CMDQ_PROD, 4));
        first.on(
                "save",
                _ -> {
                    throw new IllegalStateException("gone");
                });

        swap(second);

        assertThat(model.vacant()).isFalse();
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(5);
    }

    @Test
    void whoStoodInAVacantPlaceMayGoOn() {
        model.write(Seat.CMDQ_PROD, 4, 5);
        model.vacate();

        model.reinstate();

        assertThat(model.vacant()).isFalse();
        assertThat(model.inPlace()).isEqualTo(Seat.one(first));
        assertThat(model.read(Seat.CMDQ_PROD, 4)).isEqualTo(5);
    }
}
