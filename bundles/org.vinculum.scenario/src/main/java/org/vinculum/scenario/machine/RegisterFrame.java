package org.vinculum.scenario.machine;

/// The registers of a model as software with fixed offsets uses them.
public final class RegisterFrame {
    private static final long WORD = 0xffff_ffffL;

    private final WatchedModel model;

    public RegisterFrame(WatchedModel model) {
        this.model = model;
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

    /// Where an index register is: on page 1, or on page 0 of a model that has no other.
    int place(int onPage1, int onPage0) {
        return onPage1 < model.frameSize() ? onPage1 : onPage0;
    }
}
