package org.vinculum.smmu.interrupt;

import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.register.StoredCell;
import org.vinculum.smmu.register.WideRegister;

/// One of the causes of interrupts that IRQ_CTRL enables (IHI 0070, 3.18): a message where its IRQ_CFG registers give an
/// address, an edge on its line where they give none.
///
/// May be raised by any thread. Its registers are written by one, and only while it is disabled.
public final class InterruptSource {
    private final PhysicalMemory memory;
    private final InterruptLines lines;
    private final Line line;
    private final Runnable aborted;
    private final WideRegister address;
    private final StoredCell data;
    private final StoredCell attributes;
    private volatile boolean enabled;

    /// @param masks which bits its three IRQ_CFG registers have
    /// @param aborted what to do when nothing answers a message
    public InterruptSource(
            PhysicalMemory memory,
            InterruptLines lines,
            Line line,
            MessageMasks masks,
            Runnable aborted) {
        this.memory = memory;
        this.lines = lines;
        this.line = line;
        this.aborted = aborted;
        this.address = new WideRegister(masks.address(), () -> enabled);
        this.data = new StoredCell(masks.data(), () -> enabled);
        this.attributes = new StoredCell(masks.attributes(), () -> enabled);
    }

    /// x_IRQ_CFG0.
    public WideRegister address() {
        return address;
    }

    /// x_IRQ_CFG1.
    public StoredCell data() {
        return data;
    }

    /// x_IRQ_CFG2.
    public StoredCell attributes() {
        return attributes;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    public void raise() {
        if (!enabled) {
            return;
        }
        if (address.value() == 0) {
            lines.raise(line);
        } else if (!memory.writeInt(address.value(), data.read())) {
            aborted.run();
        }
    }
}
