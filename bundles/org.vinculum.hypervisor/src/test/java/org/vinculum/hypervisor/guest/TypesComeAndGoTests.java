package org.vinculum.hypervisor.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.hypervisor.fake.FakeType;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.spec.Words;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapSettings;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TypesComeAndGoTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final FakeBench bench = new FakeBench();
    private final Machine machine = machine(LONG);
    private final Domain guest = machine.create(guest("a", stream(1, 0, 7), stream(2, 1, 8)));

    private Machine machine(Duration grace) {
        bench.swapping = new SwapSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), grace);
        return bench.machine(2);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private void attempts(int many) {
        until(() -> machine.swaps().size() >= many);
    }

    private List<Outcome> outcomes() {
        return machine.swaps().stream().map(SwapRecord::outcome).toList();
    }

    @Test
    void aBetterOneOfTheSameNameTakesOverByItself() {
        FakeType better = new FakeType("fake");

        bench.offerFirst(better);
        attempts(1);

        write(guest, FakeIommu.COMMANDS, 3);
        machine.schedule(100);
        assertThat(better.made.getFirst().counts().commands()).isEqualTo(3);
    }

    @Test
    void oneThatIsNotBetterOrHasAnotherNameDoesNot() {
        bench.offer(new FakeType("fake"));
        bench.offerFirst(new FakeType("other"));
        FakeType better = new FakeType("fake");
        bench.offerFirst(better);
        attempts(1);

        assertThat(better.made).hasSize(1);
        assertThat(outcomes()).containsExactly(Outcome.DONE);
    }

    @Test
    void aBetterOneThatFailsIsNotTriedAgain() {
        FakeType broken = new FakeType("fake", one -> one.restores = false);
        bench.offerFirst(broken);
        attempts(1);
        FakeType last = new FakeType("fake");
        bench.offer(last);
        bench.withdraw(bench);
        attempts(2);

        assertThat(broken.made).hasSize(1);
        assertThat(last.made).hasSize(1);
        assertThat(outcomes()).containsExactly(Outcome.REFUSED, Outcome.DONE);
    }

    @Test
    void whenOneGoesAnotherOfItsNameTakesOverAtOnce() {
        FakeType other = new FakeType("fake");
        bench.offer(other);

        bench.withdraw(bench);
        write(guest, FakeIommu.COMMANDS, 3);

        machine.schedule(100);
        assertThat(other.made.getFirst().counts().commands()).isEqualTo(3);
        assertThat(bench.viommus.getFirst().counts().commands()).isZero();
    }

    @Test
    void oneThatGoesWhileItsFirstIsMadeIsFollowed() {
        FakeType hasty = new FakeType("fake", _ -> bench.withdraw(bench.types.getFirst()));
        bench.types.set(0, hasty);
        machine.create(guest("b"));
        attempts(1);

        assertThat(machine.swaps().getFirst().place()).isEqualTo("b/0");
        assertThat(outcomes()).containsExactly(Outcome.VACANT);
    }

    @Test
    void whenNobodyIsThereWritesWaitForTheNext() throws InterruptedException {
        bench.withdraw(bench);
        attempts(1);
        Thread writing = Thread.ofPlatform().start(() -> write(guest, FakeIommu.COMMANDS, 3));
        until(() -> writing.getState() == Thread.State.WAITING);
        assertThat(guest.read(FakeBench.VIOMMU + 8, 4)).isEqualTo(12);
        assertThat(machine.schedule(100)).isFalse();

        FakeType update = new FakeType("fake");
        bench.offer(update);
        writing.join();
        machine.schedule(100);
        attempts(2);

        assertThat(update.made.getFirst().counts().commands()).isEqualTo(3);
        assertThat(outcomes()).containsExactly(Outcome.VACANT, Outcome.DONE);
        assertThat(machine.swaps().getLast().pauseNanos()).isPositive();
    }

    @Test
    void whatHostsReportMeanwhileIsToldToTheNextInItsOrder() {
        bench.withdraw(bench);
        attempts(1);
        bench.host(0).event(7, Words.of(0x10, 1L << 31 | 5, 1, 0));
        bench.host(0).pageRequest(7, Words.of(0, 0));
        bench.host(1).event(8, Words.of(0x10, 0, 2, 0));
        bench.host(1).overflow();
        machine.schedule(100);
        guest.detach(PhysicalStream.of("/smmu1", 8));
        assertThat(bench.viommus.getFirst().told).isEmpty();

        FakeType update = new FakeType("fake");
        bench.offer(update);
        attempts(2);

        FakeIommu next = update.made.getFirst();
        assertThat(next.told)
                .containsExactly("event 0x1 1", "request 0x1", "event 0x2 2", "detached 0x2");
        assertThat(next.overflows).isEqualTo(1);
    }

    @Test
    void whatNeedsAnAnswerWaits() throws InterruptedException {
        bench.withdraw(bench);
        attempts(1);
        List<SavedState> saved = new ArrayList<>();
        Thread saving = Thread.ofPlatform().start(() -> saved.addAll(guest.save().viommus()));
        until(() -> saving.getState() == Thread.State.WAITING);

        bench.offer(new FakeType("fake"));
        saving.join();

        assertThat(saved).hasSize(1);
    }

    @Test
    void afterAWhileTheBestOfTheNameTakesOverWhateverWasChosen() {
        FakeBench other = new FakeBench();
        other.swapping =
                new SwapSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);
        Machine hasty = other.machine(1);
        FakeType chosen = new FakeType("fake");
        other.choices.put("(chosen)", chosen);
        Domain picky = hasty.create(guest("a", stream(1, 0, 7)));
        picky.swap(0, "(chosen)");

        other.choices.remove("(chosen)");
        other.watchers.forEach(watcher -> watcher.gone(chosen));
        until(() -> hasty.swaps().size() == 3);

        assertThat(hasty.swaps())
                .extracting(SwapRecord::outcome)
                .containsExactly(Outcome.DONE, Outcome.VACANT, Outcome.DONE);
        assertThat(other.viommus).hasSize(2);
    }

    @Test
    void afterAWhileTheOneThatHasGoneGoesOnWhenNobodyCan() {
        FakeBench other = new FakeBench();
        other.swapping =
                new SwapSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);
        Machine hasty = other.machine(1);
        Domain left = hasty.create(guest("a", stream(1, 0, 7)));

        other.withdraw(other);
        until(() -> hasty.swaps().size() == 2);
        write(left, FakeIommu.COMMANDS, 3);

        assertThat(other.viommus.getFirst().counts().commands()).isEqualTo(3);
        assertThat(hasty.swaps().getLast().reason())
                .isEqualTo("Nobody can take over from fake, which goes on.");
        FakeType late = new FakeType("fake");
        other.offer(late);
        until(() -> hasty.swaps().size() == 3);
        assertThat(left.traffic().getFirst().commands()).isEqualTo(3);
        assertThat(late.made).hasSize(1);
    }

    @Test
    void aMachineThatIsClosedFollowsNobodyAndWaitsForNobody() throws InterruptedException {
        bench.withdraw(bench);
        attempts(1);
        Thread writing = Thread.ofPlatform().start(() -> write(guest, FakeIommu.COMMANDS, 3));
        until(() -> writing.getState() == Thread.State.WAITING);

        machine.close();
        writing.join();

        assertThat(bench.watchers).isEmpty();
    }

    @Test
    void aDomainThatIsDestroyedMeanwhileIsGone() throws InterruptedException {
        bench.withdraw(bench);
        attempts(1);
        Thread writing = Thread.ofPlatform().start(() -> write(guest, FakeIommu.COMMANDS, 3));
        until(() -> writing.getState() == Thread.State.WAITING);

        guest.destroy();
        writing.join();

        assertThat(bench.host(0).tenants()).isZero();
        FakeType late = new FakeType("fake");
        bench.offer(late);
        assertThat(late.made).isEmpty();
    }
}
