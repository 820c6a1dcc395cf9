package org.vinculum.guest.driver;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.table.ContextDescriptor;

/// What some devices see of memory: a page table and an ASID. Belongs to one thread.
public final class AddressSpace {
    /// Memory attributes: not cached, cached, device, and cached outside only.
    private static final long MAIR = 0xf404ff44L;

    private static final int CACHED = 1;
    private static final int DEVICE = 2;
    private static final int WRITE_BACK = 1;

    private final PageTable table;
    private final int asid;
    private final int outputBits;
    private final Invalidations invalidations;
    private final Gathered gathered;
    private final List<AttachedDevice> devices = new ArrayList<>();

    AddressSpace(PageTable table, int asid, int outputBits, Invalidations invalidations) {
        this.table = table;
        this.asid = asid;
        this.outputBits = outputBits;
        this.invalidations = invalidations;
        this.gathered = new Gathered(this, invalidations);
    }

    public int asid() {
        return asid;
    }

    /// Maps memory, with the largest pages and blocks that fit. Nothing needs to be invalidated.
    ///
    /// @param address as devices issue it, a multiple of the page size, as are `output` and `size`
    /// @param access [Access#READ], or with [Access#WRITE]
    /// @throws IllegalArgumentException when something is mapped there, or an argument is not of that form
    public void map(long address, long output, long size, int access) {
        map(address, output, size, PageTable.attributes(CACHED, (access & Access.WRITE) != 0));
    }

    /// Maps registers of a device, such as an interrupt translation service's.
    public void mapDevice(long address, long output, long size) {
        map(address, output, size, PageTable.attributes(DEVICE, true));
    }

    private void map(long address, long output, long size, long attributes) {
        check(address, size);
        check(output, size);
        for (long done = 0; done < size; ) {
            long step = PageTable.step(address + done | output + done, size - done);
            table.map(address + done, output + done, step, attributes, gathered);
            done += step;
        }
    }

    /// Takes mappings away; on return no device reaches the memory any more.
    ///
    /// @throws IllegalArgumentException for a piece that was not mapped, or a part of a block
    public void unmap(long address, long size) {
        check(address, size);
        for (long done = 0; done < size; ) {
            long step = PageTable.step(address + done, size - done);
            table.unmap(address + done, step, gathered);
            done += step;
        }
        gathered.flush();
    }

    private static void check(long address, long size) {
        long odd = (address | size) & GuestPages.PAGE - 1;
        long top = 1L << PageTable.INPUT_BITS;
        if (odd != 0 || size <= 0 || address < 0 || address > top - size) {
            throw new IllegalArgumentException("0x%x bytes at 0x%x".formatted(size, address));
        }
    }

    /// Asks devices that cache translations to forget a range.
    void forgetInDevices(long address, long size) {
        for (AttachedDevice device : devices) {
            if (device.cachesTranslations()) {
                invalidations.deviceCaches(
                        device.streams(), device.substreamOf(this), address, size);
            }
        }
    }

    void attached(AttachedDevice device) {
        devices.add(device);
    }

    void detached(AttachedDevice device) {
        devices.remove(device);
    }

    boolean isUsed() {
        return !devices.isEmpty();
    }

    void release() {
        invalidations.addressSpace(asid);
        table.release();
    }

    /// The words of the descriptor that follow the first.
    long[] laterWords() {
        return new long[] {ContextDescriptor.TTB0.inPlace(table.root()), 0, MAIR};
    }

    /// The word of the descriptor that makes it valid.
    long firstWord(boolean stalls) {
        int size = outputSize();
        return ContextDescriptor.T0SZ.of(Long.SIZE - PageTable.INPUT_BITS)
                | ContextDescriptor.IR0.of(WRITE_BACK)
                | ContextDescriptor.OR0.of(WRITE_BACK)
                | ContextDescriptor.SH0.of(Shareability.INNER.encoding())
                | ContextDescriptor.EPD1.of(true)
                | ContextDescriptor.V.of(true)
                | ContextDescriptor.IPS.of(size)
                | ContextDescriptor.AA64.of(true)
                | ContextDescriptor.S.of(stalls)
                | ContextDescriptor.R.of(true)
                | ContextDescriptor.A.of(true)
                | ContextDescriptor.ASET.of(true)
                | ContextDescriptor.ASID.of(asid);
    }

    private int outputSize() {
        for (Oas size : Oas.values()) {
            if (size.bits() == outputBits) {
                return size.encoding();
            }
        }
        throw new IllegalArgumentException(outputBits + " address bits");
    }
}
