package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.fake.ProgrammedGuest;

class SavedWorkTest {
    private static final SortedMap<String, Long> REGISTERS =
            new TreeMap<>(Map.of("IDR5", 0x0010_0475L));

    private final ProgrammedGuest from = ProgrammedGuest.ready();
    private final ProgrammedGuest to = ProgrammedGuest.ready();

    private static SavedState save(ProgrammedGuest guest) {
        List<Stalled> stalled = new ArrayList<>();
        SortedMap<String, String> more = new TreeMap<>();
        guest.work.save(stalled, more);
        return new SavedState("smmuv3-virtual", 1, "smmuv3-virtual", REGISTERS, stalled, more);
    }

    private static SavedState state(Map<String, String> more) {
        return new SavedState(
                "smmuv3-virtual", 1, "smmuv3-virtual", REGISTERS, List.of(), new TreeMap<>(more));
    }

    @Test
    void streamsAreAsTheyWereDecidedAndNotAsTheTableSaysNow() {
        from.ste(1, 0x5000_0000_4005_000bL, 1 << 27);
        from.command(0x0000_0001_0000_0003L, 1);
        SavedState state = save(from);

        to.work.restore(state);
        to.run();

        assertThat(state.more())
                .containsEntry("stream.0x1", "stage1 5000000040050000 8000000 - -")
                .containsEntry("stream.0x2", "badEntry");
        assertThat(to.hosts.get(0).told())
                .containsExactly(
                        "configure 0x101 5000000040050000 8000000", "configure 0x102 invalid");
    }

    @Test
    void aStreamThatTheStateDoesNotHaveFollowsTheTable() {
        to.ste(1, 0x9, 0);

        to.work.restore(state(Map.of()));
        to.run();

        assertThat(to.hosts.get(0).told())
                .containsExactly("configure 0x101 bypass", "configure 0x102 invalid");
    }

    @Test
    void aCommandInProgressGoesOnFromItsCursor() {
        from.put(0x04, 31);
        from.tell();
        from.work.process(1);
        SavedState state = save(from);

        assertThat(state.more()).containsEntry("command", "4 1f 2");

        to.ste(1, 0x9, 0);
        to.ste(2, 0x9, 0);
        to.put(0xff, 0);
        to.tell();
        to.work.restore(state);
        to.run();

        assertThat(to.hosts.get(0).told())
                .containsExactly(
                        "configure 0x101 invalid",
                        "configure 0x102 invalid",
                        "configure 0x102 bypass");
        assertThat(to.consumer()).isEqualTo(1);
        assertThat(to.error()).isZero();
    }

    @Test
    void aSyncInProgressIsCompletedOnceMore() {
        from.hosts.get(0).slow(64);
        from.command(0x10, 0);
        from.command(0x1046, 0);
        SavedState state = save(from);

        to.command(0x10, 0);
        to.put(0x1046, 0);
        to.tell();
        to.work.restore(state);
        to.run();

        assertThat(to.consumer()).isEqualTo(2);
        assertThat(to.lines).hasSize(1);
        assertThat(from.lines).isEmpty();
    }

    @Test
    void openPageRequestsCanBeAnswered() {
        from.work.pageRequest(new StreamId(1), Words.of(0x5000_0000_0000_0101L, 0x1234_5041L));

        to.work.restore(save(from));
        to.run();
        to.hosts.get(0).told();
        to.command(0x0000_0001_0000_0041L, 0x2041);

        assertThat(to.hosts.get(0).told()).containsExactly("PRI_RESP 0x101 -1 65 SUCCESS");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(to.work.refusals(state(Map.of("stream.0x1", "stage1 zz 0 - -")))).hasSize(1);
        assertThat(to.work.refusals(state(Map.of("stream.0x1", "stage1 0")))).hasSize(1);
        assertThat(to.work.refusals(state(Map.of("command", "46 0")))).hasSize(1);
        assertThat(to.work.refusals(state(Map.of("pageGroups.0x1", "-")))).hasSize(1);
        assertThat(to.work.refusals(save(from))).isEmpty();
    }

    @Test
    void aStallThatNoGuestCanHaveIsRefused() {
        var stalled = new Stalled(1, -1, 0, 1, 16, List.of(0L, 0L, 0L, 0L));
        var cut = new Stalled(1, -1, 0, 1, 0, List.of(0L));

        for (Stalled one : List.of(stalled, cut)) {
            assertThat(
                            to.work.refusals(
                                    new SavedState(
                                            "smmuv3-virtual",
                                            1,
                                            "smmuv3-virtual",
                                            REGISTERS,
                                            List.of(one),
                                            new TreeMap<>())))
                    .hasSize(1);
        }
    }

    @Test
    void aStateThatComesBackFindsItsTransactionsWaiting() {
        from.ste(1, 0x4005_000bL, 0);
        from.command(0x0000_0001_0000_0003L, 1);
        from.event(1, 0x0000_0101_0000_0010L, 0x0000_0208_8000_004dL, 0x1234_5678L, 0);

        from.work.restore(save(from));
        from.run();
        from.hosts.get(0).told();
        from.command(0x0000_0001_0000_1044L, 0);

        assertThat(from.hosts.get(0).told()).containsExactly("RESUME 0x101 77 retry");
    }

    @Test
    void aSyncAfterwardsWaitsForWhatTheHostsWereGivenBefore() {
        from.ste(1, 0x4005_000bL, 0);
        from.command(0x0000_0001_0000_0003L, 1);
        from.command(0x10, 0);
        SavedState state = save(from);
        to.hosts.get(0).slow(64);

        to.work.restore(state);
        to.run();
        to.command(0x46, 0);

        assertThat(to.hosts.get(0).told()).contains("SYNC");
        assertThat(to.consumer()).isZero();
    }

    /// A translation fault of a transaction that waits as 77.
    private static void fault(ProgrammedGuest guest) {
        guest.event(1, 0x0000_0101_0000_0010L, 0x0000_0208_8000_004dL, 0x1234_5678L, 0);
    }

    @Test
    void aTransactionThatWaitsInTheSameHostKeepsItsNameWhenItIsToldAgain() {
        from.ste(1, 0x4005_000bL, 0);
        from.command(0x0000_0001_0000_0003L, 1);
        fault(from);

        to.work.restore(save(from));
        fault(to);
        to.run();
        to.hosts.get(0).told();
        to.command(0x0000_0001_0000_1044L, 0);

        assertThat(to.nextEvent()).isNull();
        assertThat(to.hosts.get(0).told()).containsExactly("RESUME 0x101 77 retry");
    }

    @Test
    void aTransactionWhoseEndIsOwedIsEndedAndTheGuestIsNotToldTwice() {
        from.ste(1, 0x4005_000bL, 0);
        from.command(0x0000_0001_0000_0003L, 1);
        from.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        from.run();
        from.hosts.get(0).told();
        fault(from);
        SavedState state = save(from);
        assertThat(state.more()).containsKey("stalls.aborting");

        to.work.restore(state);
        fault(to);
        to.run();

        assertThat(to.nextEvent()).isNull();
        assertThat(to.hosts.get(0).told()).contains("RESUME 0x101 77 abort");
    }

    @Test
    void anEndThatIsOwedElsewhereConcernsNothingThatComesLater() {
        String record =
                "0000010100000010" + "000002088000004d" + "0000000012345678" + "0".repeat(16);
        to.ste(1, 0x4005_000bL, 0);
        to.command(0x0000_0001_0000_0003L, 1);

        to.work.restore(state(Map.of("stalls.aborting", record)));
        to.run();
        fault(to);

        assertThat(to.nextEvent()).isNotNull();
    }
}
