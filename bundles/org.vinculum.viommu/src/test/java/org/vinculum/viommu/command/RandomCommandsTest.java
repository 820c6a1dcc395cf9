package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

/// Guests without sense over hosts that hold them to the contract; [RecordingHost] fails a test that has no room, names a
/// stream of somebody else or another opcode.
class RandomCommandsTest {
    private static final int HOSTS = 3;
    private static final int STREAMS = 12;
    private static final int STEPS = 3000;
    private static final int[] OPCODES = {
        0x01, 0x02, 0x03, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x12, 0x12, 0x13, 0x30, 0x40,
        0x41, 0x44, 0x45, 0x46, 0x46, 0x20, 0xff
    };

    /// What became of it all: the hosts' logs, and what the guest sees in the end.
    private record Outcome(List<List<String>> told, List<Integer> messages, int cons, int gerror) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void howWorkIsSlicedMakesNoDifference(long seed) {
        Outcome whole = play(seed, Integer.MAX_VALUE);

        for (int budget : new int[] {1, 2, 3, 64}) {
            assertThat(play(seed, budget)).as("seed %d, budget %d", seed, budget).isEqualTo(whole);
        }
    }

    private static Outcome play(long seed, int budget) {
        var random = new SplittableRandom(seed);
        var guest = guest(random);
        for (int i = 0; i < STEPS; i++) {
            disturb(guest, random);
            run(guest, budget);
        }
        List<List<String>> told = new ArrayList<>();
        guest.hosts.forEach(host -> told.add(host.told()));
        return new Outcome(
                told, guest.messages, guest.consumer(), guest.read(ProgrammedGuest.GERROR));
    }

    private static void run(ProgrammedGuest guest, int budget) {
        int idle = 0;
        guest.work.progress();
        while (guest.work.ready()) {
            int used = guest.work.process(budget);
            idle = used == 0 ? idle + 1 : 0;
            assertThat(idle).isLessThan(3);
            assertThat((long) used).isLessThanOrEqualTo((long) budget + HostSmmu.SETTING_COMMANDS);
        }
    }

    private static ProgrammedGuest guest(SplittableRandom random) {
        var hosts = new RecordingHost[HOSTS];
        for (int i = 0; i < HOSTS; i++) {
            hosts[i] = new RecordingHost();
        }
        var guest = new ProgrammedGuest(hosts);
        for (int i = 0; i < STREAMS; i++) {
            guest.attach(i, random.nextInt(HOSTS));
        }
        return guest;
    }

    private static void disturb(ProgrammedGuest guest, SplittableRandom random) {
        switch (random.nextInt(40)) {
            case 0 -> guest.registers.write(ProgrammedGuest.CR0, 4, 0xe | random.nextInt(2));
            case 1 -> guest.registers.write(ProgrammedGuest.GBPA, 4, random.nextInt());
            case 2 -> guest.registers.write(ProgrammedGuest.CR0, 4, 0x7);
            case 3 -> guest.registers.write(ProgrammedGuest.CR0, 4, 0xf);
            case 4 -> event(guest, random);
            case 5 -> detach(guest, random);
            case 6, 7, 8, 9 -> entry(guest, random);
            default -> commands(guest, random);
        }
        if (guest.error() != 0) {
            guest.ram.setLong((guest.consumer() & 0xff) * 16L, 0x46);
            guest.acknowledge();
        }
    }

    private static void commands(ProgrammedGuest guest, SplittableRandom random) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            guest.put(word0(random), random.nextLong() & random.nextLong());
        }
        guest.tell();
    }

    private static long word0(SplittableRandom random) {
        long opcode = OPCODES[random.nextInt(OPCODES.length)];
        long stream = random.nextInt(STREAMS + 3);
        return opcode | stream << 32 | random.nextLong() & random.nextLong() & 0xffff_f800L;
    }

    private static void entry(ProgrammedGuest guest, SplittableRandom random) {
        long config = 2L * random.nextInt(8) | (random.nextInt(8) == 0 ? 0 : 1);
        guest.ste(
                random.nextInt(STREAMS),
                config | random.nextLong() & random.nextLong() & 0x8000_00ff_ffff_fff0L,
                random.nextLong() & random.nextLong());
    }

    private static void detach(ProgrammedGuest guest, SplittableRandom random) {
        int vsid = random.nextInt(STREAMS);
        guest.work.detach(new StreamId(vsid));
        guest.hosts.forEach(host -> host.disowns(new StreamId(0x100 + vsid)));
        guest.attach(vsid, random.nextInt(HOSTS));
    }

    private static void event(ProgrammedGuest guest, SplittableRandom random) {
        guest.event(
                random.nextInt(STREAMS),
                random.nextInt(0x28) | random.nextLong() & 0xffff_ffff_ffff_f800L,
                random.nextLong(),
                random.nextLong(),
                random.nextLong());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void everySyncIsCompleteOnceAndNeverEarly(long seed) {
        var random = new SplittableRandom(seed);
        var guest = guest(random);
        guest.enable();
        guest.hosts.forEach(host -> host.slow(16));
        guest.onMessage(
                () -> guest.hosts.forEach(host -> assertThat(host.settledAsids()).isTrue()));
        int syncs = 0;
        for (int i = 0; i < STEPS; i++) {
            if (space(guest) > 2) {
                guest.put(0x11 | (long) i << 48, 0);
                if (random.nextInt(3) == 0) {
                    guest.put(0x1046 | (long) ++syncs << 32, ProgrammedGuest.DOORBELL);
                }
                guest.tell();
            }
            guest.hosts.get(random.nextInt(HOSTS)).execute(random.nextInt(6));
            guest.work.progress();
            if (guest.work.ready()) {
                guest.work.process(1 + random.nextInt(8));
            }
        }
        while (guest.work.ready() || guest.work.waits()) {
            guest.hosts.forEach(host -> host.execute(1));
            run(guest, 3);
        }

        assertThat(guest.messages).hasSize(syncs).isSorted().doesNotHaveDuplicates();
    }

    private static int space(ProgrammedGuest guest) {
        return (1 << ProgrammedGuest.RING_LOG2) - (guest.producer - guest.consumer() & 0x1ff);
    }
}
