package org.vinculum.smmu.register;

import java.util.function.LongConsumer;
import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.interrupt.Interrupts;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.profile.IdentificationRegisters;
import org.vinculum.smmu.queue.EventQueue;
import org.vinculum.smmu.queue.PriQueue;
import org.vinculum.smmu.spec.register.Cidr;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;
import org.vinculum.smmu.vendor.VendorSide;
import org.vinculum.smmu.walk.Translator;

/// Puts every register that an SMMU has into its place in the frame; what it does not have is RES0.
public final class Frame {
    private final RegisterFile file;
    private final Identification identification;
    private final GlobalControl control;

    public Frame(
            Identification identification, IdentificationRegisters values, GlobalControl control) {
        this.identification = identification;
        this.control = control;
        this.file = new RegisterFile(identification.controlPages());
        for (Register register : Registers.ALL) {
            if (IdentificationRegisters.NAMES.contains(register.name())) {
                file.place(register.offset(), new Constant(shown(register, values)));
            }
        }
        for (int i = 0; i < Cidr.COUNT; i++) {
            file.place(Cidr.OFFSET + i * Cidr.STRIDE, new Constant(Cidr.expected(i)));
        }
    }

    private int shown(Register register, IdentificationRegisters values) {
        return register.name().equals("IDR6") && !identification.ecmdq()
                ? 0
                : values.value(register.name());
    }

    public RegisterFile file() {
        return file;
    }

    /// @param commands whose enhanced queues guard the attributes too
    public void controls(TableControl tables, CommandQueues commands) {
        file.place(Cr0.OFFSET, control);
        file.place(Cr0.ACK_OFFSET, Port.readOnly(control::read));
        file.place(Cr1.OFFSET, new MemoryAttributes(control, commands));
        tables.place(file);
    }

    /// @param onPage0 whether the indexes of the output queues are on page 0 and page 1 is not there
    public void queues(
            boolean onPage0,
            CommandQueues commands,
            EventQueue events,
            FaultReports faults,
            PriQueue pageRequests) {
        QueueRegisters queues = new QueueRegisters(identification, control, onPage0);
        queues.place(file, commands.first());
        new EnhancedQueuePages(identification).place(file, commands.enhanced());
        queues.place(file, events, faults);
        if (identification.pri()) {
            queues.place(file, pageRequests);
        }
    }

    /// @param acknowledged what goes on when software has acknowledged errors
    public void interrupts(Interrupts interrupts, GlobalErrors errors, Runnable acknowledged) {
        InterruptRegisters.place(file, interrupts, errors, acknowledged);
    }

    public void vendor(VendorSide vendor) {
        if (vendor.present()) {
            VendorAreas.place(file, vendor);
        }
    }

    /// @return takes over GATOS_PAR from a saved state
    public LongConsumer addressTranslation(Translator translator) {
        if (!identification.atos()) {
            return _ -> {};
        }
        var registers = new AddressTranslation(identification, control, translator);
        registers.place(file);
        return registers::result;
    }
}
