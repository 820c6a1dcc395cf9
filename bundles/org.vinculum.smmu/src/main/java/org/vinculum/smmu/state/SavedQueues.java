package org.vinculum.smmu.state;

import java.util.Map;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.command.EnhancedQueue;
import org.vinculum.smmu.command.Outstanding;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.register.EnhancedQueuePages;
import org.vinculum.smmu.register.RegisterFile;
import org.vinculum.smmu.spec.register.EcmdqBase;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;

/// What a saved state says of command queues besides the registers of the first one: those of the enhanced queues, counted over
/// all pages, and what each has begun since its last CMD_SYNC.
final class SavedQueues {
    private static final String FIRST = "CMDQ";
    private static final String ENHANCED = "ECMDQ";
    private static final String INVALIDATED = ".INVALIDATED";
    private static final String TIMED_OUT = ".ATC_INV_TIMED_OUT";

    private final Identification identification;
    private final RegisterFile file;
    private final CommandQueues queues;

    SavedQueues(Identification identification, RegisterFile file, CommandQueues queues) {
        this.identification = identification;
        this.file = file;
        this.queues = queues;
    }

    void save(Map<String, Long> registers, Map<String, String> more) {
        put(more, FIRST, queues.first().outstanding());
        for (int i = 0; i < queues.enhanced().size(); i++) {
            int start = EnhancedQueuePages.start(identification, i);
            registers.put("ECMDQ_BASE" + i, file.read(start + EcmdqBase.OFFSET, Long.BYTES));
            registers.put("ECMDQ_PROD" + i, file.read(start + EcmdqProd.OFFSET, Integer.BYTES));
            registers.put("ECMDQ_CONS" + i, file.read(start + EcmdqCons.OFFSET, Integer.BYTES));
            put(more, ENHANCED + i, queues.enhanced().get(i).outstanding());
        }
    }

    private static void put(Map<String, String> more, String queue, Outstanding outstanding) {
        more.put(queue + INVALIDATED, Boolean.toString(outstanding.invalidations()));
        more.put(queue + TIMED_OUT, Boolean.toString(outstanding.timedOut()));
    }

    void restore(SavedState state) {
        set(state, FIRST, queues.first().outstanding());
        for (int i = 0; i < queues.enhanced().size(); i++) {
            int start = EnhancedQueuePages.start(identification, i);
            EnhancedQueue queue = queues.enhanced().get(i);
            queue.producer(0);
            file.write(start + EcmdqBase.OFFSET, Long.BYTES, state.register("ECMDQ_BASE" + i));
            file.write(start + EcmdqCons.OFFSET, Integer.BYTES, state.register("ECMDQ_CONS" + i));
            file.write(start + EcmdqProd.OFFSET, Integer.BYTES, state.register("ECMDQ_PROD" + i));
            set(state, ENHANCED + i, queue.outstanding());
        }
    }

    private static void set(SavedState state, String queue, Outstanding outstanding) {
        outstanding.set(
                Boolean.parseBoolean(state.more().get(queue + INVALIDATED)),
                Boolean.parseBoolean(state.more().get(queue + TIMED_OUT)));
    }
}
