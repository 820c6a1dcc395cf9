package org.vinculum.viommu.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;

class SavedSmmuTest {
    private static final long SEED = 0x5eed_0006L;

    /// It can stall.
    private static FakeHost host() {
        return new FakeHost().with("IDR0", 0x080d_f6bbL).with("IDR5", 0x0040_04f5L);
    }

    private static SavedSmmu state(Guest guest) {
        return new SavedSmmu(guest.hosts, guest.registers, guest.queues, guest.work);
    }

    private static SavedState with(SavedState state, Map<String, Long> registers, String waiting) {
        var values = new TreeMap<>(state.registers());
        values.putAll(registers);
        var more = new TreeMap<>(state.more());
        more.put("EVENTQ.WAITING", waiting);
        return new SavedState(
                state.kind(), state.version(), state.model(), values, state.stalled(), more);
    }

    private static List<String> reasons(Guest guest, SavedState state) {
        return catchThrowableOfType(
                        MachineRefusedException.class, () -> state(guest).restore(state))
                .reasons();
    }

    @Test
    void theStateSaysWhatItIsAndNamesRegistersAsTheArchitectureDoes() {
        Guest guest = new Guest(host());
        guest.writeLong(0x90, 0x4000_0000_4000_2008L);
        guest.queues.event(Words.of(0x10, 1, 2, 0xfL), true);

        SavedState state = state(guest).save();

        assertThat(state.kind()).isEqualTo("smmuv3-virtual");
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.register("CMDQ_BASE")).isEqualTo(0x4000_0000_4000_2008L);
        assertThat(state.register("IDR1")).isEqualTo(0x0273_9d08L);
        assertThat(state.more())
                .containsEntry(
                        "EVENTQ.WAITING",
                        "0000000000000010000000000000000100000000000000020000000000" + "00000f")
                .containsEntry("FAKE", "saved");
    }

    @Test
    void atAnyMomentAnotherGoesOnWhereOneStopped() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            Guest from = new Guest(host());
            for (int step = random.nextInt(60); step > 0; step--) {
                step(from, random);
            }
            Guest to = new Guest(host());
            state(to).restore(state(from).save());

            long seed = random.nextLong();
            String where = "seed 0x" + Long.toHexString(SEED) + ", round " + round;
            assertSame(from, to, where);
            step(from, new SplittableRandom(seed));
            step(to, new SplittableRandom(seed));
            assertSame(from, to, where + ", next");
        }
    }

    private static void step(Guest guest, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0 -> guest.queues.event(Words.of(4, random.nextInt(), 0, 0), false);
            case 1 -> {
                if (guest.queues.waiting().size() < 16) {
                    guest.queues.event(Words.of(0x10, random.nextInt(), 0, 0), true);
                }
            }
            case 2 -> guest.registers.commandError(Cerror.ILL, random.nextInt(8));
            case 3 -> guest.registers.smmuEnableComplete();
            case 4 -> guest.registers.commandsEnableComplete();
            case 5 -> guest.write(0x64, random.nextInt());
            case 6 -> guest.write(Guest.CR0, random.nextInt());
            default -> {
                int page = random.nextInt(2) * 0x1_0000;
                guest.write(page + random.nextInt(0x40) * 4, random.nextInt());
            }
        }
    }

    private static void assertSame(Guest from, Guest to, String where) {
        for (int offset = 0; offset < 0x2_0000; offset += offset == 0xffc ? 0xf004 : 4) {
            assertThat(to.read(offset)).as("%s: 0x%x", where, offset).isEqualTo(from.read(offset));
        }
        assertThat(to.queues.waiting()).as(where).isEqualTo(from.queues.waiting());
    }

    @Test
    void restoringTellsTheWorkOnceAndCausesNothingElse() {
        Guest from = new Guest(host());
        from.write(0x50, 7);
        from.write(Guest.CR0, 0xd);
        from.registers.smmuEnableComplete();
        from.registers.commandsEnableComplete();
        from.registers.commandError(Cerror.ILL, 0);
        Guest to = new Guest(host());

        state(to).restore(state(from).save());

        assertThat(to.work.told()).containsExactly("restore");
        assertThat(to.lines).isEmpty();
        assertThat(to.shown.frozen()).isTrue();
    }

    @Test
    void aChangeInProgressStaysInProgressAndIsAskedForAgain() {
        Guest from = new Guest(host());
        from.write(Guest.CR0, 0x9);
        from.write(0x44, 0x8010_0000);
        Guest to = new Guest(host());

        state(to).restore(state(from).save());
        assertThat(to.work.told()).containsExactly("restore", "SMMUEN true", "CMDQEN true", "GBPA");
        assertThat(to.read(0x24)).isZero();
        assertThat(to.read(0x44)).isEqualTo(0x8010_0000);

        to.registers.smmuEnableComplete();
        to.registers.bypassComplete();
        assertThat(to.read(0x24)).isEqualTo(1);
        assertThat(to.read(0x44)).isEqualTo(0x0010_0000);
    }

    @Test
    void whatWasShownStaysShownOnBetterHardware() {
        Guest from = new Guest(host().with("IDR3", 0x0000_733cL));
        from.write(Guest.CR0, 0x8);
        Guest to = new Guest(host());

        state(to).restore(state(from).save());

        assertThat(to.shown.ril()).isFalse();
        assertThat(to.read(0xc)).isEqualTo(from.read(0xc));
    }

    @Test
    void whatIsLackingHereIsNamedAndNothingChanges() {
        Guest from = new Guest(host());
        from.write(Guest.CR0, 0x8);
        Guest to = new Guest(new FakeHost("/smmu@9", FakeHost.CAPABLE).with("IDR3", 0x0000_733cL));

        assertThat(reasons(to, state(from).save()))
                .containsExactly(
                        "/smmu@9 lacks what the guest has been shown: IDR3.RIL 1 (here 0).",
                        "/smmu@9 lacks what the guest has been shown: IDR0.STALL_MODEL 0 (here"
                                + " 1).");
        assertThat(to.read(Guest.CR0)).isZero();
        assertThat(to.work.told()).isEmpty();
        assertThat(to.shown.ril()).isFalse();
    }

    @Test
    void stateOfSomethingElseIsRefused() {
        Guest guest = new Guest(host());
        SavedState own = state(guest).save();

        assertThat(
                        reasons(
                                guest,
                                new SavedState(
                                        "smmuv3",
                                        1,
                                        "",
                                        own.registers(),
                                        own.stalled(),
                                        own.more())))
                .containsExactly("The state is of a smmuv3, not of a smmuv3-virtual.");
        assertThat(
                        reasons(
                                guest,
                                new SavedState(
                                        own.kind(),
                                        2,
                                        "",
                                        own.registers(),
                                        own.stalled(),
                                        own.more())))
                .containsExactly("The state has version 2, not 1.");
    }

    @Test
    void stateThatNoVirtualSmmuCanHaveIsRefused() {
        Guest guest = new Guest(host());
        SavedState own = state(guest).save();

        assertThat(
                        reasons(
                                guest,
                                with(
                                        own,
                                        Map.of(
                                                "IDR0",
                                                own.register("IDR0") | 0x201,
                                                "IDR1",
                                                0x0294_9d09L,
                                                "IDR5",
                                                0x0010_04f1L),
                                        "0")))
                .containsExactly(
                        "IDR0 has bits set that no virtual SMMU shows: 0x201.",
                        "The guest has been shown another size of stream IDs (IDR1.SIDSIZE).",
                        "The guest has been shown another size of addresses (IDR5.OAS).",
                        "The guest has been shown larger queues than there are (IDR1).",
                        "No records of at most 16 stalls: EVENTQ.WAITING.");
        assertThat(reasons(guest, with(own, Map.of(), "0".repeat(64 * 17)))).hasSize(1);
        assertThat(reasons(guest, with(own, Map.of(), "x".repeat(64)))).hasSize(1);
    }

    @Test
    void bitsThatNoGuestCanWriteAreDropped() {
        Guest guest = new Guest(host());
        var values = new TreeMap<String, Long>();
        state(guest)
                .save()
                .registers()
                .forEach((name, value) -> values.put(name, name.startsWith("IDR") ? value : -1L));

        state(guest).restore(with(state(guest).save(), values, ""));

        assertThat(guest.read(Guest.CR0)).isEqualTo(0x1f);
        assertThat(guest.read(0x44)).isEqualTo(0x801f_3f1f);
        assertThat(guest.registers.read(0x80, 8)).isEqualTo(0x4000_00ff_ffff_ffc0L);
        assertThat(guest.read(0x60)).isEqualTo(0x1fd);
        assertThat(guest.read(0x130)).isZero();
        assertThat(guest.read(0xfe0)).isEqualTo(0x56);
    }
}
