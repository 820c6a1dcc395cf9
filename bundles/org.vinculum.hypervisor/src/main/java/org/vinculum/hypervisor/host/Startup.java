package org.vinculum.hypervisor.host;

import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.host.register.Control;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.hypervisor.host.table.StreamTable;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiEl2All;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.register.Cr0;

/// Brings an SMMU from whatever state it is in to translating with empty caches (IHI 0070, 3.11, 6.3.9).
final class Startup {
    private static final int ALL_STREAMS = 31;

    private final String path;
    private final Identity identity;
    private final SmmuRegisters registers;
    private final Control control;

    Startup(String path, Identity identity, SmmuRegisters registers) {
        this.path = path;
        this.identity = identity;
        this.registers = registers;
        this.control = new Control(path, registers);
    }

    /// @throws MachineRefusedException when it is not one that can be driven, or does not acknowledge
    void reset() {
        List<String> objections = identity.objections();
        if (!objections.isEmpty()) {
            throw new MachineRefusedException(
                    objections.stream().map(reason -> path + ": " + reason + ".").toList());
        }
        control.reset(identity.messages());
    }

    /// @throws MachineRefusedException when it does not come up
    void run(StreamTable table, CommandRing ring, Records records) {
        table.place(registers);
        ring.place();
        records.place();
        control.enable(Cr0.CMDQEN);
        forgetEverything(ring);
        control.enable(Cr0.EVENTQEN);
        if (identity.pri()) {
            control.enable(Cr0.PRIQEN);
        }
        if (identity.ats()) {
            control.enable(Cr0.ATSCHK);
        }
        control.interrupts(identity.pri());
        control.enable(Cr0.SMMUEN);
    }

    private void forgetEverything(CommandRing ring) {
        ring.append(Command.OPCODE.of(CfgiSteRange.NUMBER), CfgiSteRange.RANGE.of(ALL_STREAMS));
        ring.appendSync(null);
        if (identity.hyp()) {
            ring.append(Command.OPCODE.of(TlbiEl2All.NUMBER), 0);
        }
        ring.append(Command.OPCODE.of(TlbiNsnhAll.NUMBER), 0);
        if (!ring.await(ring.appendSync(null))) {
            throw new MachineRefusedException(List.of(path + " does not execute commands."));
        }
    }
}
