package org.vinculum.guest.workload;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongSupplier;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.iommu.Access;

/// A guest that behaves well: it maps a page, has its device write it, takes the mapping away, and waits until that has
/// taken effect.
public final class SteadyGuest implements Workload {
    private static final long PAGE = 4096;
    private static final long IOVA = 0x10_0000_0000L;
    private static final int IOVA_PAGES = 1 << 16;

    private final AddressSpace space;
    private final DmaDevice device;
    private final long target;
    private final LongSupplier work;
    private final MemorySegment page = Arena.ofAuto().allocate(PAGE, Long.BYTES);
    private final Samples hostCommands = new Samples();
    private final Samples nanos = new Samples();
    private long cycle;
    private long wrong;

    /// @param target a page of the guest's memory
    /// @param work counts the commands of the physical SMMUs
    public SteadyGuest(AddressSpace space, DmaDevice device, long target, LongSupplier work) {
        this.space = space;
        this.device = device;
        this.target = target;
        this.work = work;
    }

    @Override
    public void step() {
        long iova = IOVA + cycle % IOVA_PAGES * PAGE;
        cycle++;
        space.map(iova, target, PAGE, Access.READ | Access.WRITE);
        page.set(ValueLayout.JAVA_LONG, 0, cycle);
        if (device.write(DmaDevice.PLAIN, iova, page).state() != TransferState.DONE) {
            wrong++;
        }
        long worked = work.getAsLong();
        long began = ProcessorTime.nanos();
        space.unmap(iova, PAGE);
        nanos.add(ProcessorTime.nanos() - began);
        hostCommands.add(work.getAsLong() - worked);
        if (device.reaches(iova, false)) {
            wrong++;
        }
    }

    /// Commands that the physical SMMUs executed between an invalidation and its completion.
    public Samples hostCommands() {
        return hostCommands;
    }

    /// Nanoseconds of processor time of the same.
    public Samples nanos() {
        return nanos;
    }

    /// Times that DMA did not get through where it must, or did where it must not.
    public long wrong() {
        return wrong;
    }
}
