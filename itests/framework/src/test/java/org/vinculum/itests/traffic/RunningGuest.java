package org.vinculum.itests.traffic;

import java.util.concurrent.locks.LockSupport;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.memory.AddressRange;

/// A guest's processor: a driver that maps, has its device move bytes, unmaps, and sees that nothing passes any more.
final class RunningGuest implements AutoCloseable {
    private static final long FRAME = 0x404_0000L;
    private static final AddressRange RAM = AddressRange.of(0x4000_0000L, 32L << 20);
    private static final long PAGE = 4096;
    private static final int FIRST_STREAM = 1;
    private static final int STREAM_ON_HOST = 0x10;
    private static final int PATIENCE = 2_000_000;
    private static final long PAUSE_NANOSECONDS = 10_000;

    /// What is measured elsewhere need not keep the processors busy here.
    private static final long REST_NANOSECONDS = 100_000;

    private final String name;
    private final Thread thread;
    private volatile boolean ending;
    private volatile long cycles;
    private volatile String trouble = "";

    private RunningGuest(Machine machine, String name, String smmu) {
        this.name = name;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(machine, smmu));
    }

    static RunningGuest start(Machine machine, String name, String smmu) {
        RunningGuest guest = new RunningGuest(machine, name, smmu);
        guest.thread.start();
        return guest;
    }

    // Whatever the platform throws at a guest is what the test is after.
    private void run(Machine machine, String smmu) {
        try {
            Cycle cycle = cycle(machine, smmu);
            while (!ending) {
                cycle.run();
                cycles++;
                LockSupport.parkNanos(REST_NANOSECONDS);
            }
        } catch (RuntimeException | Error e) {
            trouble = name + " after " + cycles + " cycles: " + e + "\n";
        }
    }

    private Cycle cycle(Machine machine, String smmu) {
        Domain domain = machine.domain(name).orElseThrow();
        GuestPages pages = new GuestPages(domain.memory(), RAM);
        GuestDriver driver =
                new GuestDriver(
                        new DomainHardware(domain, FRAME, RunningGuest::pause),
                        pages,
                        DriverOptions.ordinary().withPatience(PATIENCE),
                        _ -> FaultHandler.Answer.ABORT);
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(FIRST_STREAM)).attach(space);
        PhysicalStream stream = PhysicalStream.of(smmu, STREAM_ON_HOST);
        DmaDevice device = new DmaDevice(d -> machine.connect(stream, d), false);
        return new Cycle(driver, space, device, domain.memory(), pages.demand(PAGE));
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOSECONDS);
    }

    long cycles() {
        return cycles;
    }

    String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
