package org.vinculum.hypervisor.host.register;

import java.util.function.Consumer;
import org.vinculum.iommu.IommuModel;
import org.vinculum.swap.ModelFailedException;

/// The registers of one SMMU, and the only place that knows its model. What fails because the model does is done once more,
/// when somebody has seen to that.
public final class SmmuRegisters {
    /// Reads of a register until an SMMU that does not acknowledge is given up; a second's worth and more on hardware.
    private static final int PATIENCE = 100_000;

    private final IommuModel model;
    private volatile Consumer<ModelFailedException> remedy =
            failure -> {
                throw failure;
            };

    public SmmuRegisters(IommuModel model) {
        this.model = model;
    }

    /// Who sees to it that another model takes over, or throws.
    public void remedy(Consumer<ModelFailedException> other) {
        remedy = other;
    }

    /// What transactions go through.
    public IommuModel model() {
        return model;
    }

    /// Bytes of the frame.
    public long size() {
        return model.frameSize();
    }

    public int read(int offset) {
        try {
            return (int) model.read(offset, Integer.BYTES);
        } catch (ModelFailedException e) {
            remedy.accept(e);
            return (int) model.read(offset, Integer.BYTES);
        }
    }

    public void write(int offset, int value) {
        write(offset, Integer.BYTES, Integer.toUnsignedLong(value));
    }

    public void writeLong(int offset, long value) {
        write(offset, Long.BYTES, value);
    }

    private void write(int offset, int width, long value) {
        try {
            model.write(offset, width, value);
        } catch (ModelFailedException e) {
            remedy.accept(e);
            model.write(offset, width, value);
        }
    }

    /// Waits until some bits of a register have a value.
    ///
    /// @return whether they have
    public boolean settles(int offset, int mask, int value) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((read(offset) & mask) == value) {
                return true;
            }
            process(1);
        }
        return false;
    }

    /// Lets the SMMU work.
    ///
    /// @param budget commands it may execute at most
    public void process(int budget) {
        try {
            model.process(budget);
        } catch (ModelFailedException e) {
            remedy.accept(e);
            model.process(budget);
        }
    }
}
