package org.vinculum.scenario.machine;

import org.vinculum.smmu.spec.register.EventqCons;

/// The registers of a model as software with fixed offsets uses them.
public final class RegisterFrame {
    private static final long WORD = 0xffff_ffffL;

    private final WatchedModel model;
    private final boolean page1;

    public RegisterFrame(WatchedModel model) {
        this.model = model;
        this.page1 = hasPage1();
    }

    int read(int offset) {
        return (int) model.read(offset, Integer.BYTES);
    }

    long readLong(int offset) {
        return model.read(offset, Long.BYTES);
    }

    void write(int offset, int value) {
        model.write(offset, Integer.BYTES, value & WORD);
    }

    /// Where an index register of the event or page request queue is: on page 1, or on page 0 of a model that has no other
    /// (Cavium erratum 74). Software knows from the firmware; here it is tried, on a queue that is not enabled yet.
    int place(int onPage1, int onPage0) {
        return page1 ? onPage1 : onPage0;
    }

    private boolean hasPage1() {
        if (model.frameSize() <= EventqCons.OFFSET) {
            return false;
        }
        int before = read(EventqCons.OFFSET);
        write(EventqCons.OFFSET, before ^ 1);
        boolean kept = read(EventqCons.OFFSET) != before;
        write(EventqCons.OFFSET, before);
        return kept;
    }
}
