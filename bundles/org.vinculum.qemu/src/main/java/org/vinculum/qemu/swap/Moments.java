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
        return commands() > 1 ? Moment.COMMANDS : Moment.QUIET;
    }

    /// How many wait.
    private int commands() {
        if (!Cr0.CMDQEN.isSet(read(Cr0.ACK_OFFSET))) {
            return 0;
        }
        int highest = new Idr1(read(Idr1.OFFSET)).get(Idr1.CMDQS);
        Ring ring = Ring.of(smmu.read(CmdqBase.OFFSET, Long.BYTES), highest, Command.SIZE);
        return ring.filled(read(CmdqProd.OFFSET), read(CmdqCons.OFFSET));
    }

    private int read(int offset) {
        return (int) smmu.read(offset, Integer.BYTES);
    }
}
