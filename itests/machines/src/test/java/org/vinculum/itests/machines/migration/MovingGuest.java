package org.vinculum.itests.machines.migration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.vinculum.domain.DomainState;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.driver.MovingMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.event.Event;

/// A guest that lives on one machine after another. Its processor is one thread, which stops only where it meets its
/// hardware; its driver does not know that it moves.
final class MovingGuest implements GuestHardware, MovingMemory, GuestInterrupts, FaultHandler {
    final List<Event> events = new CopyOnWriteArrayList<>();
    Answer answer = Answer.ABORT;
    GuestPages pages;
    GuestDriver driver;

    private final Object gate = new Object();
    private volatile Home home;
    private volatile int moves;
    private volatile GuestDriver interrupted;
    private boolean stop;
    private boolean stopped;

    /// Moves in where it begins.
    void livesAt(Home first) {
        home = first;
        pages = new GuestPages(this, Home.RAM);
    }

    GuestDriver start() {
        driver = new GuestDriver(this, pages, DriverOptions.ordinary(), this);
        interrupted = driver;
        return driver;
    }

    Home home() {
        return home;
    }

    DmaDevice device(int number) {
        return home.device(number);
    }

    /// Stops the guest at its next look at the hardware, whatever it is in the middle of.
    void stopProcessor() throws InterruptedException {
        synchronized (gate) {
            stop = true;
            while (!stopped) {
                gate.wait();
            }
        }
    }

    void goOn() {
        synchronized (gate) {
            stop = false;
            gate.notifyAll();
        }
    }

    /// Moves a guest that does nothing: state and memory go, the old home is given up.
    ///
    /// @return pages that had not been copied before
    int move(Home to) {
        DomainState state = home.domain.save();
        int late = Home.copy(home.domain, to.domain);
        to.domain.restore(state);
        Home before = home;
        home = to;
        moves++;
        before.domain.destroy();
        return late;
    }

    private <T> T atTheGate(Supplier<T> access) {
        synchronized (gate) {
            if (stop) {
                stopped = true;
                gate.notifyAll();
                while (stop) {
                    await();
                }
                stopped = false;
            }
        }
        return access.get();
    }

    private void await() {
        try {
            gate.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long read(long offset, int width) {
        return atTheGate(() -> home.domain.read(Home.REGISTERS + offset, width));
    }

    @Override
    public void write(long offset, int width, long value) {
        atTheGate(() -> {
            home.domain.write(Home.REGISTERS + offset, width, value);
            return null;
        });
    }

    @Override
    public MovingMemory memory() {
        return this;
    }

    @Override
    public void pause() {
        atTheGate(() -> {
            home.machine.pause();
            return null;
        });
    }

    @Override
    public Ram ram(long address) {
        return home.domain.memory().ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return home.domain.memory().writeInt(address, value);
    }

    @Override
    public int place() {
        return moves;
    }

    /// Lets the hypervisor finish and the driver see what it has been interrupted for.
    void serve() {
        home.machine.settle();
        driver.serveInterrupts();
        home.machine.settle();
    }

    @Override
    public void raise(int intid) {
        GuestDriver told = interrupted;
        if (told == null) {
            return;
        }
        told.raise(intid == Home.ERRORS ? DriverInterrupt.ERRORS : DriverInterrupt.EVENTS);
    }

    @Override
    public void message(long deviceId, int event) {}

    @Override
    public Answer event(Event event) {
        events.add(event);
        return answer;
    }
}
