package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// Brings an SMMU up, one enable after the other, from whatever state it was left in.
final class Reset {
    private static final int WRITE_BACK = 1;

    private final ControlRegisters registers;
    private final Features features;
    private final Invalidations invalidations;
    private int enables;

    Reset(ControlRegisters registers, Features features, Invalidations invalidations) {
        this.registers = registers;
        this.features = features;
        this.invalidations = invalidations;
    }

    /// @throws DriverRefusedException when a step is not acknowledged
    void run(
            StreamTable streams,
            CommandQueue commands,
            RecordQueue events,
            RecordQueue pageRequests,
            InterruptSetup interrupts) {
        turnOff();
        writeAttributes();
        registers.writeLong(StrtabBase.OFFSET, streams.base());
        registers.write(StrtabBaseCfg.OFFSET, streams.configuration());
        startCommands(commands);
        registers.writeLong(EventqBase.OFFSET, QueueMemory.base(events.ring()));
        events.reset();
        enable(Cr0.EVENTQEN.in(enables, 1));
        if (features.pageRequests()) {
            registers.writeLong(PriqBase.OFFSET, QueueMemory.base(pageRequests.ring()));
            pageRequests.reset();
            enable(Cr0.PRIQEN.in(enables, 1));
        }
        if (features.ats()) {
            enable(Cr0.ATSCHK.in(enables, 1));
        }
        interrupts.run();
        enable(Cr0.SMMUEN.in(enables, 1));
    }

    private void turnOff() {
        if (Cr0.SMMUEN.isSet(registers.read(Cr0.OFFSET))) {
            registers.updateGlobalBypass(Gbpa.ABORT.in(0, 1), 0);
        }
        enable(0);
    }

    private void writeAttributes() {
        long cr1 =
                Cr1.TABLE_SH.of(Shareability.INNER.encoding())
                        | Cr1.TABLE_OC.of(WRITE_BACK)
                        | Cr1.TABLE_IC.of(WRITE_BACK)
                        | Cr1.QUEUE_SH.of(Shareability.INNER.encoding())
                        | Cr1.QUEUE_OC.of(WRITE_BACK)
                        | Cr1.QUEUE_IC.of(WRITE_BACK);
        registers.write(Cr1.OFFSET, (int) cr1);
        registers.write(Cr2.OFFSET, Cr2.RECINVSID.in(Cr2.PTM.in(0, 1), 1));
    }

    private void startCommands(CommandQueue commands) {
        registers.writeLong(CmdqBase.OFFSET, QueueMemory.base(commands.ring()));
        registers.write(CmdqProd.OFFSET, 0);
        registers.write(CmdqCons.OFFSET, 0);
        enable(Cr0.CMDQEN.in(enables, 1));
        invalidations.allConfiguration();
        if (features.idr0().has(Idr0.HYP)) {
            invalidations.allTranslationsOfHypervisors();
        }
        invalidations.allTranslations();
    }

    private void enable(int value) {
        enables = value;
        registers.writeAcknowledged(value, Cr0.OFFSET, Cr0.ACK_OFFSET);
    }
}
