package org.vinculum.viommu.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;
import org.vinculum.viommu.fake.GuestRam;

/// Registers written without sense, while events and page requests arrive: never an exception, never a lost stall, and the
/// read-only registers as they were.
class HostileGuestTest {
    private static final long SEED = 0x5eed_0007L;
    private static final int STEPS = 2_000_000;
    private static final int[] PLACES = {
        0x20, 0x28, 0x44, 0x50, 0x60, 0x64, 0x68, 0x70, 0x80, 0x88, 0x90, 0x98, 0x9c, 0xa0, 0xb0,
        0xb8, 0xc0, 0xd0, 0xdc, 0x100a8, 0x100ac, 0x100c8, 0x100cc
    };

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final FakeHost host =
            new FakeHost().with("IDR0", 0x080d_f6bbL).with("IDR5", 0x0000_04f5L);
    private final Guest guest = new Guest(host);
    private long stalls;
    private long taken;

    @Test
    void aStormOfWritesDoesNoHarm() {
        int[] identification = identification();
        for (int step = 0; step < STEPS; step++) {
            step();
            if (step % 1024 == 0) {
                guest.work.told().clear();
                guest.lines.clear();
                guest.ram.messages().clear();
                host.answers().clear();
                host.room(random.nextInt(3));
                guest.queues.progress();
            }
        }

        assertThat(identification()).as("seed 0x%x", SEED).isEqualTo(identification);
        assertThat(guest.queues.events() + guest.queues.waiting().size())
                .as("seed 0x%x", SEED)
                .isEqualTo(taken);
        assertThat(stalls).as("stalls among %d records", taken).isGreaterThan(1000);
        assertThat(guest.queues.eventsDropped()).isGreaterThan(1000);
    }

    private int[] identification() {
        return new int[] {
            guest.read(0x0),
            guest.read(0x4),
            guest.read(0x8),
            guest.read(0xc),
            guest.read(0x14),
            guest.read(0x18),
            guest.read(0x1c),
            guest.read(0x190),
            guest.read(0xff0),
            guest.read(0xffc)
        };
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0 -> ordinary();
            case 1 -> stall();
            case 2 -> guest.queues.pageRequest(Words.of(random.nextLong() & ~0xf8L, 0));
            case 3 -> guest.queues.syncMessage(random.nextLong() & ~3L, 1);
            case 4 -> guest.registers.commandError(Cerror.ABT, random.nextInt(16));
            case 5 -> complete();
            case 6 -> guest.registers.write(random.nextLong(), random.nextInt(-1, 17), -1);
            case 7 -> guest.registers.read(random.nextLong() & 0x3_ffff, 1 << random.nextInt(5));
            case 8 -> guest.registers.write(random.nextInt(0x2_0000), 4, random.nextLong());
            default -> write();
        }
    }

    private void ordinary() {
        if (guest.queues.event(Words.of(random.nextLong(), 0, 0, 0), false)) {
            taken++;
        }
    }

    private void stall() {
        if (guest.queues.waiting().size() < guest.shown.stallMax()) {
            guest.queues.event(Words.of(random.nextLong(), 1, 2, 3), true);
            stalls++;
            taken++;
        }
    }

    private void complete() {
        guest.registers.smmuEnableComplete();
        guest.registers.commandsEnableComplete();
        guest.registers.bypassComplete();
    }

    private void write() {
        int place = PLACES[random.nextInt(PLACES.length)];
        long value =
                random.nextBoolean()
                        ? random.nextLong()
                        : GuestRam.START + random.nextInt(0x1000) * 0x10L;
        guest.registers.write(place, place % 8 == 0 && random.nextBoolean() ? 8 : 4, value);
    }
}
