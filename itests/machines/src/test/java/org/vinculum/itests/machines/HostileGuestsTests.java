package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.ProducerFlood;
import org.vinculum.guest.workload.RegisterFlood;
import org.vinculum.guest.workload.SteadyGuest;
import org.vinculum.guest.workload.Workload;

/// Guests that write anything to registers and queues, beside one that must notice nothing.
class HostileGuestsTests {
    private static final int STEPS = Integer.getInteger("vinculum.hostile.steps", 3000);
    private static final int HOSTILE = 8;
    private static final long SEED = Long.getLong("vinculum.hostile.seed", 20261122L);

    @Test
    void noGuestStopsAPhysicalQueueOrReachesAnother() {
        try (Board board = new Board(new PlainHypervisor(), "smmuv3-3.2", 2, 512L << 20)) {
            BoardGuest good = board.guest("good", 8L << 20);
            GuestDriver driver = good.driver();
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            DmaDevice device = good.device(0);
            SteadyGuest steady =
                    new SteadyGuest(space, device, good.pages().demand(1), board::hostCommands);
            List<Workload> hostile = new ArrayList<>();
            for (int i = 0; i < HOSTILE; i++) {
                BoardGuest guest = board.guest("hostile-" + i, 4L << 20);
                guest.driver();
                hostile.add(
                        i % 2 == 0
                                ? new ProducerFlood(guest.hardware(), guest.pages(), 8, SEED + i)
                                : new RegisterFlood(guest.hardware(), SEED + i));
            }
            for (int i = 0; i < STEPS; i++) {
                hostile.forEach(Workload::step);
                board.machine().schedule(64);
                steady.step();
            }

            assertThat(steady.wrong()).as("seed %d", SEED).isZero();
            assertThat(driver.counts().timeouts()).isZero();
            assertThat(board.machine().hostTraffic())
                    .allMatch(traffic -> traffic.commandErrors() == 0, "seed " + SEED)
                    .allMatch(traffic -> traffic.syncTimeouts() == 0, "seed " + SEED);
        }
    }
}
