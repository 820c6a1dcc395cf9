package org.vinculum.hypervisor.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.Machine;
import org.vinculum.domain.StreamSetting;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.hypervisor.fake.FakeType;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;
import org.vinculum.swap.SwapSettings;

class TypeSwapTests {
    private static final StreamSetting BYPASS = new StreamSetting.Bypass();

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(2);
    private final List<Integer> interrupts = new ArrayList<>();
    private final Domain guest =
            machine.create(guest("a", new Wires(), stream(1, 0, 7), stream(2, 1, 8)));

    private final class Wires implements GuestInterrupts {
        @Override
        public void raise(int intid) {
            interrupts.add(intid);
        }

        @Override
        public void message(long deviceId, int event) {}
    }

    private FakeType offers(FakeType type) {
        bench.types.add(type);
        return type;
    }

    private FakeIommu first() {
        return bench.viommus.getFirst();
    }

    private List<String> reasons(ThrowingCallable swap) {
        return catchThrowableOfType(SwapRefusedException.class, swap).reasons();
    }

    private void theFirstGoesOn() {
        assertThat(guest.traffic().getFirst().commands()).isZero();
        write(guest, FakeIommu.COMMANDS, 3);
        assertThat(guest.traffic().getFirst().commands()).isEqualTo(3);
        assertThat(first().counts().commands()).isEqualTo(3);
    }

    @Test
    void anotherTakesOverTheStateTheHostsAndTheStreams() {
        FakeType other = offers(new FakeType("other"));
        bench.host(0).stuck = true;
        write(guest, FakeIommu.COMMANDS, 5000);
        int waiting = guest.traffic().getFirst().waiting();

        SwapReport report = guest.swap(0, "other");

        assertThat(report.place()).isEqualTo("a/0");
        assertThat(report.from()).isEqualTo("fake");
        assertThat(report.to()).isEqualTo("other");
        assertThat(report.pauseNanos()).isPositive();
        FakeIommu next = other.made.getFirst();
        assertThat(next.streams.keySet()).containsExactly(StreamId.of(1), StreamId.of(2));
        assertThat(next.hosts).extracting(HostSmmu::path).containsExactly("/smmu0", "/smmu1");
        assertThat(waiting).isPositive();
        assertThat(guest.traffic().getFirst().waiting()).isEqualTo(waiting);
    }

    @Test
    void whatTheHostsDoStaysInForceMeanwhile() {
        List<StreamSetting> seen = new ArrayList<>();
        offers(
                new FakeType(
                        "other",
                        one -> one.whileRestoring = () -> seen.add(bench.host(0).setting(7))));

        guest.swap(0, "other");
        seen.add(bench.host(0).setting(7));

        assertThat(seen).containsExactly(BYPASS, BYPASS);
    }

    @Test
    void countersOnlyGrow() {
        write(guest, FakeIommu.COMMANDS, 3);
        offers(new FakeType("other"));

        guest.swap(0, "other");
        write(guest, FakeIommu.COMMANDS, 4);
        machine.schedule(100);

        assertThat(guest.traffic().getFirst().commands()).isEqualTo(7);
        assertThat(guest.traffic().getFirst().registerWrites()).isEqualTo(2);
    }

    @Test
    void aWriteMeanwhileWaitsForTheOther() throws InterruptedException {
        CountDownLatch restoring = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeType other =
                offers(
                        new FakeType(
                                "other",
                                one ->
                                        one.whileRestoring =
                                                () -> {
                                                    restoring.countDown();
                                                    await(goOn);
                                                }));
        Thread swapping = Thread.ofPlatform().start(() -> guest.swap(0, "other"));
        restoring.await();
        Thread writing = Thread.ofPlatform().start(() -> write(guest, FakeIommu.COMMANDS, 3));
        while (writing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(guest.read(FakeBench.VIOMMU + 8, 4)).isEqualTo(12);
        goOn.countDown();
        swapping.join();
        writing.join();
        machine.schedule(100);

        assertThat(other.made.getFirst().counts().commands()).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(reasons(() -> guest.swap(1, "fake")))
                .containsExactly("a has no virtual IOMMU 1.");
        assertThat(reasons(() -> guest.swap(0, "other")))
                .containsExactly("No virtual IOMMU other is installed.");
        theFirstGoesOn();
    }

    @Test
    void aStateThatIsNotTakenOverIsRefusedWithTheReasons() {
        offers(new FakeType("other", one -> one.restores = false));

        assertThat(reasons(() -> guest.swap(0, "other")))
                .containsExactly("The hosts lack what the state needs.");

        theFirstGoesOn();
    }

    @Test
    void oneThatFailsIsRefused() {
        offers(
                new FakeType(
                        "other",
                        one -> {
                            throw new IllegalStateException("no such thing");
                        }));
        offers(
                new FakeType(
                        "worse",
                        one ->
                                one.whileRestoring =
                                        () -> {
                                            throw new NoClassDefFoundError("gone/Away");
                                        }));

        assertThat(reasons(() -> guest.swap(0, "other")))
                .containsExactly(
                        "other failed to make a virtual IOMMU:"
                                + " java.lang.IllegalStateException: no such thing.");
        assertThat(reasons(() -> guest.swap(0, "worse")))
                .containsExactly(
                        "worse failed to take the state over:"
                                + " java.lang.NoClassDefFoundError: gone/Away.");
        theFirstGoesOn();
    }

    @Test
    void oneWithASmallerFrameIsRefused() {
        offers(new FakeType("other", one -> one.frame = 0x1000));

        assertThat(reasons(() -> guest.swap(0, "other")))
                .containsExactly("other has a smaller register frame than fake.");
    }

    @Test
    void oneThatNeverReturnsIsGivenUpAndReachesNothingLater() throws InterruptedException {
        FakeBench hasty = new FakeBench();
        hasty.swapping =
                new SwapSettings(Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ZERO);
        Domain waiting = hasty.machine(1).create(guest("a", stream(1, 0, 7)));
        List<Thread> hanging = new ArrayList<>();
        CountDownLatch goOn = new CountDownLatch(1);
        FakeType other =
                new FakeType(
                        "other",
                        one ->
                                one.whileRestoring =
                                        () -> {
                                            hanging.add(Thread.currentThread());
                                            awaitUninterrupted(goOn);
                                        });
        hasty.types.add(other);

        assertThat(reasons(() -> waiting.swap(0, "other")))
                .containsExactly("other did not take the state over within 20 ms.");
        write(waiting, FakeIommu.COMMANDS, 3);
        assertThat(hasty.viommus.getFirst().counts().commands()).isEqualTo(3);

        goOn.countDown();
        hanging.getFirst().join();
        FakeIommu late = other.made.getFirst();
        assertThatThrownBy(() -> late.hosts.getFirst().invalidate(0, 0))
                .isInstanceOf(IllegalStateException.class);
        assertThat(late.surroundings.memory().ram(FakeBench.GUEST_RAM)).isNull();
        assertThat(late.surroundings.memory().writeInt(FakeBench.GUEST_RAM, 1)).isFalse();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneThatWasReplacedReachesNothing() {
        offers(new FakeType("other"));
        guest.swap(0, "other");

        assertThatThrownBy(() -> first().hosts.getFirst().sync())
                .isInstanceOf(IllegalStateException.class);
        first().surroundings.interrupts().raise(Line.GERROR);
        assertThat(interrupts).isEmpty();
    }

    @Test
    void whatTheOtherSignalsBeforeIsSentWhenItIsInItsPlaceAndNotWhenItIsRefused() {
        offers(
                new FakeType(
                        "other",
                        one ->
                                one.whileRestoring =
                                        () -> {
                                            one.surroundings.interrupts().raise(Line.EVENTQ);
                                            interrupts.add(-1);
                                        }));
        offers(
                new FakeType(
                        "worse",
                        one ->
                                one.whileRestoring =
                                        () -> {
                                            one.surroundings.interrupts().raise(Line.EVENTQ);
                                            throw new IllegalStateException();
                                        }));

        reasons(() -> guest.swap(0, "worse"));
        guest.swap(0, "other");

        assertThat(interrupts).containsExactly(-1, 33);
    }

    @Test
    void transactionsThatWaitAreToldAgainButNotThoseThatWereAnswered() {
        FakeType other = offers(new FakeType("other"));
        stall(0, 7, 0x10, 1);
        stall(0, 7, 0x11, 2);
        stall(1, 8, 0x10, 3);
        bench.host(0).event(7, Words.of(0x10, 0, 4, 0));
        machine.schedule(100);
        assertThat(first().told).hasSize(4);
        first().hosts.get(0).resume(StreamId.of(7), 0x11, false, true);

        SwapReport report = guest.swap(0, "other");

        assertThat(report.stalled()).isEqualTo(2);
        assertThat(other.made.getFirst().told).containsExactly("event 0x1 1", "event 0x2 3");
    }

    @Test
    void transactionsThatWereEndedAreNotToldAgain() {
        FakeType other = offers(new FakeType("other"));
        stall(0, 7, 0x10, 1);
        stall(1, 8, 0x10, 3);
        machine.schedule(100);
        first().hosts.get(1).terminateStalls(StreamId.of(8));
        guest.detach(PhysicalStream.of("/smmu0", 7));

        guest.swap(0, "other");

        assertThat(other.made.getFirst().told).isEmpty();
    }

    /// A stalled F_TRANSLATION.
    private void stall(int host, int psid, int stag, long number) {
        bench.host(host).event(psid, Words.of(0x10, 1L << 31 | stag, number, 0));
    }

    @Test
    void anSmmuThatHasJoinedStandsBehindTheOtherToo() {
        Domain alone = machine.create(guest("b", stream(1, 0, 9)));
        alone.attach(stream(2, 1, 9));
        FakeType other = offers(new FakeType("other"));

        alone.swap(0, "other");

        assertThat(other.made.getFirst().hosts)
                .extracting(HostSmmu::path)
                .containsExactly("/smmu0", "/smmu1");
        alone.attach(stream(3, 1, 10));
        assertThat(bench.host(1).setting(10)).isEqualTo(BYPASS);
    }

    @Test
    void aSavedDomainIsNotSwappedAndOneThatIsRestoredIs() {
        offers(new FakeType("other"));
        var state = guest.save();

        assertThat(reasons(() -> guest.swap(0, "other")))
                .containsExactly("a/0 is not running, nobody can take over.");
        guest.restore(state);
        guest.swap(0, "other");
        guest.destroy();

        assertThat(reasons(() -> guest.swap(0, "fake")))
                .containsExactly("There is no domain a any more.");
    }

    @Test
    void theBestOfAChoiceThatStandsThereStays() {
        SwapReport report = guest.swap(0, "fake");

        assertThat(report.pauseNanos()).isZero();
        assertThat(bench.viommus).hasSize(1);
        assertThat(machine.swaps()).isEmpty();
    }

    @Test
    void everyAttemptIsRecorded() {
        offers(new FakeType("other"));
        offers(new FakeType("worse", one -> one.restores = false));

        guest.swap(0, "other");
        reasons(() -> guest.swap(0, "worse"));
        reasons(() -> guest.swap(0, "nobody"));

        assertThat(machine.swaps())
                .extracting("place", "from", "to", "outcome", "reason")
                .containsExactly(
                        tuple("a/0", "fake", "other", Outcome.DONE, ""),
                        tuple(
                                "a/0",
                                "other",
                                "worse",
                                Outcome.REFUSED,
                                "The hosts lack what the state needs."),
                        tuple(
                                "a/0",
                                "other",
                                "nobody",
                                Outcome.REFUSED,
                                "No virtual IOMMU nobody is installed."));
    }
}
