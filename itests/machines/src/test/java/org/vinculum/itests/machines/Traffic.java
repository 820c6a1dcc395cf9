package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.SteadyGuest;

/// A guest with a thread of its own that maps, lets its device write, unmaps, and makes one fault in each cycle.
public final class Traffic {
    private final TestedMachine machine;
    private final TestedGuest guest;
    private final GuestDriver driver;
    private final SteadyGuest steady;
    private final AtomicLong cycles = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stop;

    /// @param guest with a device that it sees as stream 1
    public Traffic(TestedMachine machine, TestedGuest guest, int smmu, int psid) {
        this(machine, guest, smmu, psid, DriverOptions.ordinary());
    }

    /// The same with a driver that never gives up.
    public static Traffic patient(TestedMachine machine, TestedGuest guest, int smmu, int psid) {
        DriverOptions options = DriverOptions.ordinary().withPatience(Integer.MAX_VALUE);
        return new Traffic(machine, guest, smmu, psid, options);
    }

    private Traffic(
            TestedMachine machine, TestedGuest guest, int smmu, int psid, DriverOptions options) {
        this.machine = machine;
        this.guest = guest;
        driver = guest.started(options);
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        DmaDevice device = guest.device(smmu, psid);
        steady = new SteadyGuest(space, device, guest.pages.demand(1), () -> 0);
        thread = Thread.ofPlatform().start(this::run);
    }

    private void run() {
        try {
            while (!stop) {
                steady.step();
                machine.pause();
                driver.serveInterrupts();
                cycles.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /// Waits until some more cycles are done.
    public void goesOn(int more) {
        long until = cycles.get() + more;
        while (cycles.get() < until && thread.isAlive()) {
            Thread.yield();
        }
        assertThat(failure.get()).isNull();
    }

    public void stop() throws InterruptedException {
        stop = true;
        thread.join();
        assertThat(failure.get()).isNull();
    }

    /// Stops, and looks whether anything was lost or out of date; nobody else on the machine goes on meanwhile.
    public void endsWithNothingLost() throws InterruptedException {
        stop();
        guest.serve();
        assertThat(steady.wrong()).as("stale or missing translations").isZero();
        assertThat(guest.events).as("faults, one in each cycle").hasSize((int) cycles.get());
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(driver.counts().overflows()).isZero();
        assertThat(guest.domain.traffic().getFirst().commandErrors()).isZero();
    }
}
