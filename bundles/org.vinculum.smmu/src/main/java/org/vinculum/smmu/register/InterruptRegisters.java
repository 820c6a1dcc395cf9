package org.vinculum.smmu.register;

import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.interrupt.InterruptSource;
import org.vinculum.smmu.interrupt.Interrupts;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCfg2;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;

/// The registers of errors and interrupts (IHI 0070, 6.3.16 to 6.3.23, 6.3.30 to 6.3.36).
public final class InterruptRegisters {
    private static final long ERRORS =
            Gerror.CMDQ_ERR.mask()
                    | Gerror.EVENTQ_ABT_ERR.mask()
                    | Gerror.PRIQ_ABT_ERR.mask()
                    | Gerror.MSI_CMDQ_ABT_ERR.mask()
                    | Gerror.MSI_EVENTQ_ABT_ERR.mask()
                    | Gerror.MSI_PRIQ_ABT_ERR.mask()
                    | Gerror.MSI_GERROR_ABT_ERR.mask()
                    | Gerror.SFM_ERR.mask()
                    | Gerror.CMDQP_ERR.mask();

    private InterruptRegisters() {}

    /// @param acknowledged what goes on when software has acknowledged errors
    static void place(
            RegisterFile file, Interrupts interrupts, GlobalErrors errors, Runnable acknowledged) {
        file.place(IrqCtrl.OFFSET, new Port(interrupts::enabled, interrupts::enable));
        file.place(IrqCtrl.ACK_OFFSET, Port.readOnly(interrupts::enabled));
        file.place(Gerror.OFFSET, Port.readOnly(errors::errors));
        file.place(
                Gerror.ACK_OFFSET,
                new Port(
                        errors::acknowledged,
                        value -> {
                            errors.acknowledge(value & (int) ERRORS);
                            acknowledged.run();
                        }));
        source(
                file,
                interrupts.globalError(),
                IrqCfg0.GERROR_OFFSET,
                IrqCfg1.GERROR_OFFSET,
                IrqCfg2.GERROR_OFFSET);
        source(
                file,
                interrupts.events(),
                IrqCfg0.EVENTQ_OFFSET,
                IrqCfg1.EVENTQ_OFFSET,
                IrqCfg2.EVENTQ_OFFSET);
        source(
                file,
                interrupts.pageRequests(),
                IrqCfg0.PRIQ_OFFSET,
                IrqCfg1.PRIQ_OFFSET,
                PriqIrqCfg2.OFFSET);
    }

    private static void source(
            RegisterFile file, InterruptSource source, int address, int data, int attributes) {
        file.place(address, source.address());
        file.place(data, source.data());
        file.place(attributes, source.attributes());
    }
}
