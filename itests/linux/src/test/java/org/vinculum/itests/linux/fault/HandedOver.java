package org.vinculum.itests.linux.fault;

import java.util.function.LongConsumer;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Idr1;

/// The commands that a guest hands over with a write of CMDQ_PROD, before its SMMU has them.
///
/// @param memory the guest's, in which its command queue is
record HandedOver(GuestSmmu smmu, Ram memory) {
    /// @param producer what is about to be written
    /// @param command is told where in the memory each one is, in their order
    void visit(int producer, LongConsumer command) {
        if (!Cr0.CMDQEN.isSet(read(Cr0.OFFSET))) {
            return;
        }
        Ring ring = ring();
        int last = ring.position(producer);
        for (int at = ring.position(read(CmdqProd.OFFSET)); at != last; at = ring.next(at)) {
            command.accept(ring.entry(at) - memory.start());
        }
    }

    int opcode(long offset) {
        return (int) Command.OPCODE.get(memory.getLong(offset));
    }

    private Ring ring() {
        int highest = new Idr1(read(Idr1.OFFSET)).get(Idr1.CMDQS);
        return Ring.of(smmu.read(CmdqBase.OFFSET, Long.BYTES), highest, Command.SIZE);
    }

    private int read(int offset) {
        return (int) smmu.read(offset, Integer.BYTES);
    }
}
