package org.vinculum.guest.scale;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.SteadyGuest;

/// Guests that each have devices behind many SMMUs, and use them one after the other.
final class ManyGuests implements AutoCloseable {
    private static final long GUEST = 4L << 20;
    private static final long OWN = 64L << 20;

    private final Board board;
    private final List<SteadyGuest> devices = new ArrayList<>();
    private int next;

    /// @param streams of each guest, behind as many SMMUs
    ManyGuests(Hypervisor hypervisor, String model, int smmus, int guests, int streams) {
        board = new Board(hypervisor, model, smmus, OWN + guests * 2 * GUEST);
        for (int i = 0; i < guests; i++) {
            List<Integer> behind = new ArrayList<>();
            for (int j = 0; j < streams; j++) {
                behind.add((i + j) % smmus);
            }
            start(board.guest("guest-" + i, GUEST, behind), streams);
        }
    }

    private void start(BoardGuest guest, int streams) {
        GuestDriver driver = guest.driver();
        long target = guest.pages().demand(1);
        for (int i = 0; i < streams; i++) {
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(i + 1)).attach(space);
            devices.add(new SteadyGuest(space, guest.device(i), target, () -> 0));
        }
    }

    /// One cycle of map, DMA and unmap of the next device.
    void step() {
        devices.get(next++ % devices.size()).step();
    }

    int streams() {
        return devices.size();
    }

    /// Times that DMA was not as it must be.
    long wrong() {
        long sum = 0;
        for (SteadyGuest device : devices) {
            sum += device.wrong();
        }
        return sum;
    }

    @Override
    public void close() {
        board.close();
    }
}
