package org.vinculum.guest.swap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.board.Board;
import org.vinculum.swap.SwapReport;

/// Guests that are busy at one SMMU.
final class BusyMachine implements AutoCloseable {
    private static final long GUEST = 16L << 20;
    private static final long OWN = 64L << 20;

    private final Board board;
    private final List<BusyGuest> guests = new ArrayList<>();

    /// @param identification what the SMMU says of itself
    BusyMachine(
            Hypervisor hypervisor,
            String model,
            Map<String, Long> identification,
            int count,
            Load load) {
        board = new Board(hypervisor, model, 1, OWN + count * 2 * GUEST, identification);
        for (int i = 0; i < count; i++) {
            int streams = part(load.streams(), count, i);
            int stalled = part(load.stalled(), count, i);
            List<Integer> behind = Collections.nCopies(streams + (stalled > 0 ? 1 : 0), 0);
            guests.add(
                    new BusyGuest(
                            board.guestWithStalls("guest-" + i, GUEST, behind), streams, stalled));
        }
        board.settle();
    }

    private static int part(int whole, int count, int number) {
        return whole / count + (number < whole % count ? 1 : 0);
    }

    void start() {
        guests.forEach(BusyGuest::start);
    }

    SwapReport swap(String model) {
        return board.machine().swap(board.smmus().getFirst(), model);
    }

    /// Cycles of all guests so far.
    long cycles() {
        long sum = 0;
        for (BusyGuest guest : guests) {
            sum += guest.cycles();
        }
        return sum;
    }

    /// Stops the guests.
    ///
    /// @return times that something was not as it must be
    long wrong() throws InterruptedException {
        guests.forEach(BusyGuest::end);
        long sum = 0;
        for (BusyGuest guest : guests) {
            guest.await();
        }
        for (BusyGuest guest : guests) {
            sum += guest.wrong();
        }
        return sum;
    }

    @Override
    public void close() {
        guests.forEach(BusyGuest::end);
        board.close();
    }
}
