package org.vinculum.scenario.machine;

import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.Idr1;

/// The command queue as software fills it.
public final class CommandQueue {
    private static final int ENTRY_SIZE = 16;

    private final RegisterFrame registers;
    private final Bytes memory;

    public CommandQueue(RegisterFrame registers, Bytes memory) {
        this.registers = registers;
        this.memory = memory;
    }

    /// Puts a command at PROD and moves PROD past it; false when there is no room. Where the queue is not in RAM the
    /// command is lost, as on a machine.
    public boolean put(long word0, long word1) {
        Ring ring = ring();
        int producer = registers.read(CmdqProd.OFFSET);
        if (ring.full(producer, registers.read(CmdqCons.OFFSET))) {
            return false;
        }
        memory.writeWords(ring.entry(producer), word0, word1);
        registers.write(CmdqProd.OFFSET, ring.next(producer));
        return true;
    }

    /// CMDQ_CONS.ERR.
    public int error() {
        return CmdqCons.ERR.get(registers.read(CmdqCons.OFFSET));
    }

    /// Whether the command queue error is active (IHI 0070, 6.3.19).
    public boolean hasError() {
        return Gerror.CMDQ_ERR.isSet(
                registers.read(Gerror.OFFSET) ^ registers.read(Gerror.ACK_OFFSET));
    }

    /// How many commands wait.
    public int waiting() {
        return ring().filled(registers.read(CmdqProd.OFFSET), registers.read(CmdqCons.OFFSET));
    }

    private Ring ring() {
        int most = Idr1.CMDQS.get(registers.read(Idr1.OFFSET));
        return Ring.of(registers.readLong(CmdqBase.OFFSET), most, ENTRY_SIZE);
    }
}
