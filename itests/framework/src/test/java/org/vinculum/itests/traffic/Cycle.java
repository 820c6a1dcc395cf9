package org.vinculum.itests.traffic;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.memory.PhysicalMemory;

/// What a driver and its device do again and again: a page is mapped, written, found in memory, and taken away.
final class Cycle {
    private static final long PAGE = 4096;
    private static final long IOVA = 0x10_0000_0000L;
    private static final int IOVA_PAGES = 1 << 12;

    /// Whoever faults more often is cut off as a storm.
    private static final int CYCLES_A_FAULT = 128;

    private final GuestDriver driver;
    private final AddressSpace space;
    private final DmaDevice device;
    private final PhysicalMemory memory;
    private final long target;
    private final MemorySegment page = Arena.ofAuto().allocate(PAGE, Long.BYTES);
    private long count;

    /// @param target a page of the guest's memory
    Cycle(
            GuestDriver driver,
            AddressSpace space,
            DmaDevice device,
            PhysicalMemory memory,
            long target) {
        this.driver = driver;
        this.space = space;
        this.device = device;
        this.memory = memory;
        this.target = target;
    }

    /// Does it once.
    ///
    /// @throws IllegalStateException when something is not as it must be
    void run() {
        count++;
        long iova = IOVA + count % IOVA_PAGES * PAGE;
        space.map(iova, target, PAGE, Access.READ | Access.WRITE);
        page.set(ValueLayout.JAVA_LONG, 0, count);
        TransferState state = device.write(DmaDevice.PLAIN, iova, page).state();
        check(state == TransferState.DONE, "a write to a mapped page is " + state);
        var ram = memory.ram(target);
        check(ram.getLong(target - ram.start()) == count, "a write has not arrived");
        space.unmap(iova, PAGE);
        if (count % CYCLES_A_FAULT == 0) {
            check(!device.reaches(iova, false), "a page that was taken away is reached");
            serve();
        }
    }

    private void serve() {
        for (DriverInterrupt interrupt : DriverInterrupt.values()) {
            driver.raise(interrupt);
        }
        driver.serveInterrupts();
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}
