package org.vinculum.hypervisor.host.register;

import org.vinculum.iommu.IommuModel;

/// The registers of one SMMU, and the only place that knows its model.
public final class SmmuRegisters {
    /// Reads of a register until an SMMU that does not acknowledge is given up; a second's worth and more on hardware.
    private static final int PATIENCE = 100_000;

    private final IommuModel model;

    public SmmuRegisters(IommuModel model) {
        this.model = model;
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
        return (int) model.read(offset, Integer.BYTES);
    }

    public void write(int offset, int value) {
        model.write(offset, Integer.BYTES, Integer.toUnsignedLong(value));
    }

    public void writeLong(int offset, long value) {
        model.write(offset, Long.BYTES, value);
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
        model.process(budget);
    }
}
