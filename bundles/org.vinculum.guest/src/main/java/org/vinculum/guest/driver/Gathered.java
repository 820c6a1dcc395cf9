package org.vinculum.guest.driver;

/// Leaves that have been taken from a table and are still to be forgotten: neighbours of one size go together.
final class Gathered implements PageTable.Removals {
    private final AddressSpace space;
    private final Invalidations invalidations;
    private long start;
    private long end;
    private long granule;

    Gathered(AddressSpace space, Invalidations invalidations) {
        this.space = space;
        this.invalidations = invalidations;
    }

    @Override
    public void leaf(long address, long size) {
        if (granule != 0 && (granule != size || end != address)) {
            flush();
        }
        if (granule == 0) {
            start = address;
        }
        granule = size;
        end = address + size;
    }

    @Override
    public void table(long address, long size) {
        invalidations.tables(space.asid(), address, size);
        space.forgetInDevices(address, size);
    }

    void flush() {
        if (granule != 0) {
            invalidations.leaves(space.asid(), start, end - start, granule);
            space.forgetInDevices(start, end - start);
            granule = 0;
        }
    }
}
