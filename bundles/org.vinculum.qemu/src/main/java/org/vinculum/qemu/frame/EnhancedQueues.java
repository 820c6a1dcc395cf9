package org.vinculum.qemu.frame;

import java.util.Arrays;
import org.vinculum.live.GuestSmmu;
import org.vinculum.smmu.spec.register.CmdqControlPageBase;
import org.vinculum.smmu.spec.register.EcmdqBase;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr6;
import org.vinculum.smmu.spec.register.Page;

/// Where the enhanced command queues of an SMMU are, as its registers say (IHI 0070, 6.2.5, 6.3.45, 6.3.49).
final class EnhancedQueues {
    private EnhancedQueues() {}

    /// The first register of each in the frame; none where the SMMU has no such queues. What lies behind the end of the frame
    /// is left out.
    ///
    /// @param size bytes of the frame
    static int[] of(GuestSmmu smmu, int size) {
        Idr1 idr1 = new Idr1((int) smmu.read(Idr1.OFFSET, Integer.BYTES));
        if (!idr1.has(Idr1.ECMDQ)) {
            return new int[0];
        }
        Idr6 idr6 = new Idr6((int) smmu.read(Idr6.OFFSET, Integer.BYTES));
        int pages =
                Math.min(1 << idr6.get(Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP), CmdqControlPageBase.COUNT);
        int onEach = Math.min(1 << idr6.get(Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ), EcmdqBase.COUNT);
        int[] starts = new int[pages * onEach];
        int found = 0;
        for (int i = 0; i < starts.length; i++) {
            long start = page(smmu, i / onEach) + (long) (i % onEach) * (Page.SIZE / onEach);
            if (start <= size - Page.SIZE / onEach) {
                starts[found++] = (int) start;
            }
        }
        return Arrays.copyOf(starts, found);
    }

    private static long page(GuestSmmu smmu, int index) {
        int offset = CmdqControlPageBase.OFFSET + index * CmdqControlPageBase.STRIDE;
        return CmdqControlPageBase.ADDR.inPlace(smmu.read(offset, Long.BYTES));
    }
}
