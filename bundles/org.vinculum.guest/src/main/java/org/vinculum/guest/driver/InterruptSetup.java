package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCfg2;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;

/// Lets the SMMU interrupt: by messages where it can and there is somebody to take them, else by wires.
final class InterruptSetup {
    private static final int DEVICE_MEMORY = 1;

    private final ControlRegisters registers;
    private final Features features;
    private final DriverOptions options;

    InterruptSetup(ControlRegisters registers, Features features, DriverOptions options) {
        this.registers = registers;
        this.features = features;
        this.options = options;
    }

    void run() {
        registers.writeAcknowledged(0, IrqCtrl.OFFSET, IrqCtrl.ACK_OFFSET);
        clearMessages();
        if (features.idr0().has(Idr0.MSI)) {
            options.messages().ifPresent(this::writeMessages);
        }
        int enables = IrqCtrl.EVENTQ_IRQEN.in(IrqCtrl.GERROR_IRQEN.in(0, 1), 1);
        if (features.pageRequests()) {
            enables = IrqCtrl.PRIQ_IRQEN.in(enables, 1);
        }
        registers.writeAcknowledged(enables, IrqCtrl.OFFSET, IrqCtrl.ACK_OFFSET);
    }

    private void clearMessages() {
        registers.writeLong(IrqCfg0.GERROR_OFFSET, 0);
        registers.writeLong(IrqCfg0.EVENTQ_OFFSET, 0);
        if (features.pageRequests()) {
            registers.writeLong(IrqCfg0.PRIQ_OFFSET, 0);
        }
    }

    private void writeMessages(DriverOptions.Messages messages) {
        write(
                messages,
                DriverInterrupt.EVENTS,
                IrqCfg0.EVENTQ_OFFSET,
                IrqCfg1.EVENTQ_OFFSET,
                IrqCfg2.EVENTQ_OFFSET);
        write(
                messages,
                DriverInterrupt.ERRORS,
                IrqCfg0.GERROR_OFFSET,
                IrqCfg1.GERROR_OFFSET,
                IrqCfg2.GERROR_OFFSET);
        if (features.pageRequests()) {
            write(
                    messages,
                    DriverInterrupt.PAGE_REQUESTS,
                    IrqCfg0.PRIQ_OFFSET,
                    IrqCfg1.PRIQ_OFFSET,
                    PriqIrqCfg2.OFFSET);
        }
    }

    private void write(
            DriverOptions.Messages messages,
            DriverInterrupt interrupt,
            long addressOffset,
            long dataOffset,
            long attributesOffset) {
        registers.writeLong(addressOffset, IrqCfg0.ADDR.inPlace(messages.doorbell()));
        registers.write(dataOffset, messages.firstEvent() + interrupt.ordinal());
        registers.write(attributesOffset, DEVICE_MEMORY);
    }
}
