package org.vinculum.swap.probation;

import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.swap.ModelFailedException;

/// Stands before a model that has just taken over: keeps in mind what it does, and tells a fault of its own from an answer.
///
/// Once it has failed it is not called again, and every call says that it has failed.
public final class WatchedModel implements IommuModel {
    private final String title;
    private final IommuModel model;
    private final long frameSize;
    private final OpenStalls stalls;
    private final SeenRegisters registers;
    private volatile ModelFailedException failure;

    public WatchedModel(
            String title,
            IommuModel model,
            long frameSize,
            OpenStalls stalls,
            SeenRegisters registers) {
        this.title = title;
        this.model = model;
        this.frameSize = frameSize;
        this.stalls = stalls;
        this.registers = registers;
    }

    /// The first fault; null while there has been none.
    public ModelFailedException failure() {
        return failure;
    }

    @Override
    public long frameSize() {
        return frameSize;
    }

    @Override
    public long read(long offset, int width) {
        check();
        check(offset, width);
        try {
            return model.read(offset, width);
        } catch (Throwable thrown) {
            throw failed("a read of a register", thrown);
        }
    }

    @Override
    public void write(long offset, int width, long value) {
        check();
        check(offset, width);
        try {
            model.write(offset, width, value);
            registers.written(model, offset, width);
        } catch (Throwable thrown) {
            throw failed("a write of a register", thrown);
        }
    }

    @Override
    public boolean process(int budget) {
        check();
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " commands");
        }
        try {
            boolean more = model.process(budget);
            registers.moved(model);
            return more;
        } catch (Throwable thrown) {
            throw failed("commands", thrown);
        }
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        check();
        try {
            long answer = model.translate(streamId, substreamId, address, access, outcome);
            if (answer == Outcome.STALLED) {
                stalls.begun(streamId, outcome.stag());
            }
            return answer;
        } catch (Throwable thrown) {
            throw failed("a transaction", thrown);
        }
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        check();
        try {
            return model.requestTranslation(streamId, substreamId, address, access, outcome);
        } catch (Throwable thrown) {
            throw failed("a translation request", thrown);
        }
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        check();
        try {
            model.requestPage(streamId, substreamId, address, access, group, last);
        } catch (Throwable thrown) {
            throw failed("a page request", thrown);
        }
    }

    @Override
    public SavedState save() {
        check();
        try {
            return model.save();
        } catch (Throwable thrown) {
            throw failed("giving its state", thrown);
        }
    }

    @Override
    public void restore(SavedState state) {
        model.restore(state);
    }

    private void check() {
        ModelFailedException known = failure;
        if (known != null) {
            throw new ModelFailedException(known.getMessage(), known.getCause());
        }
    }

    /// What is the caller's fault is not the model's.
    private void check(long offset, int width) {
        if (width != Integer.BYTES && width != Long.BYTES
                || offset < 0
                || offset % width != 0
                || offset > frameSize - width) {
            throw new IllegalArgumentException(
                    "no register: " + width + " bytes at 0x" + Long.toHexString(offset));
        }
    }

    private ModelFailedException failed(String what, Throwable thrown) {
        if (thrown instanceof VirtualMachineError lack && !(lack instanceof StackOverflowError)) {
            throw lack;
        }
        if (thrown instanceof ModelFailedException known) {
            // of a transaction that a device has tried again at once
            return known;
        }
        ModelFailedException told =
                new ModelFailedException(title + " failed in " + what + ": " + thrown, thrown);
        synchronized (this) {
            if (failure == null) {
                failure = told;
            }
        }
        return told;
    }
}
