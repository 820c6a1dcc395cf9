package org.vinculum.smmu.register;

import java.util.List;
import org.vinculum.smmu.command.EnhancedQueue;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.CmdqControlPageBase;
import org.vinculum.smmu.spec.register.CmdqControlPageCfg;
import org.vinculum.smmu.spec.register.CmdqControlPageStatus;
import org.vinculum.smmu.spec.register.EcmdqBase;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;

/// The command queue control pages, behind page 1, and what page 0 says of them (IHI 0070, 6.2.5, 6.3.49 to 6.3.51). The queues
/// of a page are spread evenly over it.
public final class EnhancedQueuePages {
    private static final int PAGE_SIZE = 0x1_0000;
    private static final int GRANULE_64K = 1;

    private final Identification identification;
    private final long baseBits;

    EnhancedQueuePages(Identification identification) {
        this.identification = identification;
        this.baseBits =
                EcmdqBase.RA.mask()
                        | EcmdqBase.LOG2SIZE.mask()
                        | EcmdqBase.ADDR.mask() & identification.outputMask();
    }

    /// Where the registers of a queue start in the frame.
    ///
    /// @param index counted over all pages
    public static int start(Identification identification, int index) {
        int onEach = identification.enhancedQueues() / identification.controlPages();
        return RegisterFile.SIZE
                + index / onEach * PAGE_SIZE
                + index % onEach * (PAGE_SIZE / onEach);
    }

    void place(RegisterFile file, List<EnhancedQueue> queues) {
        for (int page = 0; page < identification.controlPages(); page++) {
            describe(file, page);
        }
        for (int i = 0; i < queues.size(); i++) {
            place(file, start(identification, i), queues.get(i));
        }
    }

    private static void describe(RegisterFile file, int page) {
        long base =
                CmdqControlPageBase.ADDR.inPlace(RegisterFile.SIZE + (long) page * PAGE_SIZE)
                        | CmdqControlPageBase.CMDQGS.of(GRANULE_64K)
                        | CmdqControlPageBase.CMDQ_CONTROL_PAGE_PRESET.of(true);
        int row = page * CmdqControlPageBase.STRIDE;
        file.place(CmdqControlPageBase.OFFSET + row, new Constant((int) base));
        file.place(
                CmdqControlPageBase.OFFSET + row + Integer.BYTES,
                new Constant((int) (base >>> Integer.SIZE)));
        file.place(
                CmdqControlPageCfg.OFFSET + row, new Constant((int) CmdqControlPageCfg.EN.mask()));
        file.place(
                CmdqControlPageStatus.OFFSET + row,
                new Constant((int) CmdqControlPageStatus.ENACK.mask()));
    }

    private void place(RegisterFile file, int start, EnhancedQueue queue) {
        file.place(
                start + EcmdqBase.OFFSET, new BaseRegister(baseBits, queue::enabled, queue::base));
        file.place(start + EcmdqProd.OFFSET, new Port(queue::producer, queue::producer));
        file.place(start + EcmdqCons.OFFSET, new Port(queue::consumer, queue::consumer));
    }
}
