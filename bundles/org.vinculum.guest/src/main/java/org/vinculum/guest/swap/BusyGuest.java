package org.vinculum.guest.swap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.guest.board.BoardGuest;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.workload.SteadyGuest;

/// A guest with a thread of its own that maps, lets a device write, unmaps and makes one fault, with each of its devices in
/// turn, while transactions of its last device wait.
final class BusyGuest {
    private static final long PAGE = 4096;
    private static final long UNMAPPED = 0x20_0000_0000L;

    private final GuestHardware hardware;
    private final GuestDriver driver;
    private final List<SteadyGuest> devices = new ArrayList<>();
    private final List<Transfer> waiting = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile long cycles;
    private volatile RuntimeException failure;

    /// @param streams that work; one more is there for transactions that wait, if any do
    /// @param stalled how many do
    BusyGuest(BoardGuest guest, int streams, int stalled) {
        hardware = guest.hardware();
        driver = guest.driver(DriverOptions.ordinary(), FaultHandler.Answer.LATER);
        long target = guest.pages().demand(1);
        for (int i = 0; i < streams; i++) {
            var space = driver.addressSpace();
            driver.device(DeviceDescription.of(i + 1)).attach(space);
            devices.add(new SteadyGuest(space, guest.device(i), target, () -> 0));
        }
        if (stalled > 0) {
            stall(guest, streams + 1, stalled);
        }
        thread = Thread.ofPlatform().daemon().name("guest").unstarted(this::run);
    }

    private void stall(BoardGuest guest, int stream, int count) {
        driver.device(new DeviceDescription(new int[] {stream}, 0, true, false))
                .attach(driver.addressSpace());
        MemorySegment bytes = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
        for (int i = 0; i < count; i++) {
            // a device waits as a whole, therefore there are as many behind the stream
            DmaDevice device = guest.device(stream - 1);
            waiting.add(device.write(DmaDevice.PLAIN, UNMAPPED + i * PAGE, bytes));
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int next = 0; !ended; next = (next + 1) % devices.size()) {
                devices.get(next).step();
                hardware.pause();
                driver.serveInterrupts();
                cycles++;
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /// Cycles so far; from any thread.
    long cycles() {
        return cycles;
    }

    void end() {
        ended = true;
    }

    /// Waits for its end.
    ///
    /// @throws IllegalStateException when it has failed
    void await() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("a guest has failed", failure);
        }
    }

    /// Times that DMA was not as it must be, with transactions that do not wait any more. After its end.
    long wrong() {
        long sum = 0;
        for (SteadyGuest device : devices) {
            sum += device.wrong();
        }
        for (Transfer transfer : waiting) {
            if (transfer.proceed() != TransferState.STALLED) {
                sum++;
            }
        }
        return sum + driver.counts().timeouts();
    }
}
