package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Gerror;

/// Serves global errors. A command that stopped the queue is replaced by a CMD_SYNC, so that those behind it go on.
final class GlobalErrors {
    private static final int KNOWN = 0x1fd;

    private final ControlRegisters registers;
    private final GuestWords words;
    private final PendingInterrupts pending;
    private final DriverCounts counts;
    private Ring commands;

    GlobalErrors(
            ControlRegisters registers,
            GuestWords words,
            PendingInterrupts pending,
            DriverCounts counts) {
        this.registers = registers;
        this.words = words;
        this.pending = pending;
        this.counts = counts;
    }

    void watch(Ring ring) {
        commands = ring;
    }

    /// Looks at the errors if their interrupt has come.
    void serve() {
        if (pending.takeErrors()) {
            serveNow();
        }
    }

    private void serveNow() {
        int state = registers.read(Gerror.OFFSET);
        int active = (state ^ registers.read(Gerror.ACK_OFFSET)) & KNOWN;
        if (active == 0) {
            return;
        }
        if (Gerror.SFM_ERR.isSet(active)) {
            registers.writeAcknowledged(0, Cr0.OFFSET, Cr0.ACK_OFFSET);
        }
        if (active != Gerror.CMDQ_ERR.in(0, 1)) {
            counts.otherError();
        }
        if (Gerror.CMDQ_ERR.isSet(active)) {
            skipCommand();
        }
        registers.write(Gerror.ACK_OFFSET, state);
    }

    /// A fetch that failed and an ATC invalidation that was not answered are tried again as they are.
    private void skipCommand() {
        counts.commandError();
        int at = registers.read(CmdqCons.OFFSET);
        Cerror reason = Cerror.of(CmdqCons.ERR.get(at)).orElse(Cerror.ILL);
        if (reason == Cerror.ILL) {
            long entry = commands.entry(CmdqCons.RD.get(at));
            words.set(entry, CommandQueue.SILENT_SYNC);
            words.set(entry + Long.BYTES, 0);
        }
    }
}
