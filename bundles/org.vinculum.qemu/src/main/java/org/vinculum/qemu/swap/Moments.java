package org.vinculum.qemu.swap;

import org.vinculum.live.GuestSmmu;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr1;

/// Reads from registers what an SMMU is in the middle of.
final class Moments {
    private final GuestSmmu smmu;
    private final int eventProducer;
    private final int eventConsumer;

    Moments(GuestSmmu smmu) {
        this.smmu = smmu;
        // Without page 1 the indexes are on page 0 (IHI 0070, 6.2.1).
        boolean wide = smmu.frameSize() > EventqCons.OFFSET;
        eventProducer = wide ? EventqProd.OFFSET : EventqProd.ALIAS_OFFSET;
        eventConsumer = wide ? EventqCons.OFFSET : EventqCons.ALIAS_OFFSET;
    }

    Moment now() {
        if (EventqProd.OVFLG.isSet(read(eventProducer))
                != EventqCons.OVACKFLG.isSet(read(eventConsumer))) {
            return Moment.OVERFLOW;
        }
        return waiting(read(CmdqProd.OFFSET), read(CmdqCons.OFFSET))
                ? Moment.COMMANDS
                : Moment.QUIET;
    }

    /// Whether a new CMDQ_PROD hands over several commands at once.
    boolean batch(int producer) {
        return waiting(producer, read(CmdqProd.OFFSET));
    }

    /// A CMDQ_PROD that hands over all but the last command of a batch.
    long before(int producer) {
        return ring().position(producer - 1);
    }

    private boolean waiting(int producer, int consumer) {
        Ring ring = ring();
        int commands = ring.filled(producer, consumer);
        return Cr0.CMDQEN.isSet(read(Cr0.ACK_OFFSET)) && commands > 1 && commands <= ring.size();
    }

    private Ring ring() {
        int highest = new Idr1(read(Idr1.OFFSET)).get(Idr1.CMDQS);
        return Ring.of(smmu.read(CmdqBase.OFFSET, Long.BYTES), highest, Command.SIZE);
    }

    private int read(int offset) {
        return (int) smmu.read(offset, Integer.BYTES);
    }
}
