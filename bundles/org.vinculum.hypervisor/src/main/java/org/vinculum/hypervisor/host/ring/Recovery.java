package org.vinculum.hypervisor.host.ring;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Gerror;

/// Gets an SMMU going again after a global error (IHI 0070, 7.1, 7.5), so that nothing behind a refused command is lost and
/// nothing is taken for done that was not.
final class Recovery {
    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor.host");

    private static final int KNOWN =
            (int)
                    (Gerror.CMDQ_ERR.mask()
                            | Gerror.EVENTQ_ABT_ERR.mask()
                            | Gerror.PRIQ_ABT_ERR.mask()
                            | Gerror.MSI_CMDQ_ABT_ERR.mask()
                            | Gerror.MSI_EVENTQ_ABT_ERR.mask()
                            | Gerror.MSI_PRIQ_ABT_ERR.mask()
                            | Gerror.MSI_GERROR_ABT_ERR.mask()
                            | Gerror.SFM_ERR.mask()
                            | Gerror.CMDQP_ERR.mask());

    private static final int ALL_STREAMS = 31;

    private final String path;
    private final SmmuRegisters registers;
    private final CommandMemory entries;
    private final Syncs syncs;
    private final RingCounters counters;
    private final ErrorSource errors;
    private long refusedBefore = -1;
    private boolean eventsLost;

    Recovery(
            String path,
            SmmuRegisters registers,
            CommandMemory entries,
            Syncs syncs,
            RingCounters counters,
            ErrorSource errors) {
        this.path = path;
        this.registers = registers;
        this.entries = entries;
        this.syncs = syncs;
        this.counters = counters;
        this.errors = errors;
    }

    /// @param cons value of CMDQ_CONS
    boolean needed(int cons) {
        return CmdqCons.ERR.isSet(cons) | errors.take();
    }

    /// Global errors that are active, as in GERROR. What CMDQ_CONS says of them is there by now.
    int active() {
        return (registers.read(Gerror.OFFSET) ^ registers.read(Gerror.ACK_OFFSET)) & KNOWN;
    }

    /// Acknowledges global errors, after what stopped the command queue has been put right.
    ///
    /// @param code of CMDQ_CONS
    /// @param position of the command that CMDQ_CONS stands at; `end` when there is none
    void mend(int active, int code, long position, long end) {
        if (Gerror.CMDQ_ERR.isSet(active)) {
            mendQueue(code, position, end);
        }
        if ((active & ~(int) Gerror.CMDQ_ERR.mask()) != 0) {
            LOG.log(ERROR, () -> path + ": global errors 0x" + Integer.toHexString(active));
        }
        eventsLost |= Gerror.EVENTQ_ABT_ERR.isSet(active);
        registers.write(Gerror.ACK_OFFSET, registers.read(Gerror.ACK_OFFSET) ^ active);
    }

    boolean takeEventsLost() {
        boolean taken = eventsLost;
        eventsLost = false;
        return taken;
    }

    private void mendQueue(int code, long position, long end) {
        counters.commandError(code, position);
        switch (Cerror.of(code).orElse(Cerror.ILL)) {
            case ATC_INV_SYNC -> {
                counters.deviceTimeout();
                syncs.timedOut(position);
            }
            case ABT, NONE -> warn("command " + position + " not fetched, code " + code);
            case ILL -> {
                if (position < end) {
                    replace(position);
                }
            }
        }
    }

    /// Where a command was refused that should not have been, the widest of its kind takes its place, which no SMMU may
    /// refuse: forgetting more is always allowed. What has no such, or is refused again, becomes a CMD_SYNC.
    private void replace(long position) {
        long word0 = entries.word0(position);
        int opcode = (int) Command.OPCODE.get(word0);
        warn("command 0x" + Long.toHexString(word0) + " refused");
        if (opcode == AtcInv.NUMBER) {
            syncs.timedOut(position);
        }
        boolean again = refusedBefore == position;
        refusedBefore = position;
        if (!again && configuration(opcode)) {
            entries.set(
                    position,
                    Command.OPCODE.of(CfgiSteRange.NUMBER),
                    CfgiSteRange.RANGE.of(ALL_STREAMS));
        } else if (!again && translation(opcode)) {
            entries.set(position, Command.OPCODE.of(TlbiNsnhAll.NUMBER), 0);
        } else {
            entries.set(position, Command.OPCODE.of(Sync.NUMBER), 0);
        }
    }

    /// Ever more seldom, so that broken hardware does not flood the log.
    private void warn(String what) {
        if (Long.bitCount(counters.commandErrors()) == 1) {
            LOG.log(WARNING, () -> path + ": " + what);
        }
    }

    private static boolean configuration(int opcode) {
        return opcode == CfgiSte.NUMBER
                || opcode == CfgiSteRange.NUMBER
                || opcode == CfgiCd.NUMBER
                || opcode == CfgiCdAll.NUMBER;
    }

    /// TLBI_* but for those of EL2, which only reset uses.
    private static boolean translation(int opcode) {
        return opcode >= 0x10 && opcode < 0x20 || opcode > 0x24 && opcode <= TlbiNsnhAll.NUMBER;
    }

    /// Nothing has got on for long.
    void timedOut(long position) {
        LOG.log(ERROR, () -> path + ": CMD_SYNC timed out at command " + position);
    }
}
