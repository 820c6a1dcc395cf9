package org.vinculum.itests.machines.swap;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculum.iommu.ForwardedModel;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// Makes models that are right but for one thing, which nobody finds who only tries them.
final class BrokenModel implements IommuModelFactory {
    /// What goes wrong.
    enum Fault {
        NOTHING,
        RESTORE_THROWS,
        RESTORE_HANGS,
        TRANSLATE_THROWS,
        TRANSLATE_DOES_NOT_LINK,
        PROCESS_THROWS
    }

    private final IommuModelFactory right;
    private final Fault fault;
    private final AtomicInteger restored = new AtomicInteger();

    /// Lets what hangs go on.
    final CountDownLatch enough = new CountDownLatch(1);

    BrokenModel(String right, Fault fault) {
        this.right = Pool.model(right);
        this.fault = fault;
    }

    @Override
    public String name() {
        return right.name();
    }

    @Override
    public String kind() {
        return right.kind();
    }

    @Override
    public Map<String, String> features() {
        return right.features();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new Model(right.create(surroundings, identification));
    }

    private final class Model extends ForwardedModel {
        Model(IommuModel model) {
            super(model);
        }

        @Override
        public boolean process(int budget) {
            if (fault == Fault.PROCESS_THROWS) {
                throw new IllegalStateException("broken");
            }
            return super.process(budget);
        }

        @Override
        public long translate(
                int streamId, int substreamId, long address, int access, Outcome outcome) {
            if (fault == Fault.TRANSLATE_THROWS) {
                throw new IllegalStateException("broken");
            }
            if (fault == Fault.TRANSLATE_DOES_NOT_LINK) {
                throw new NoClassDefFoundError("broken");
            }
            return super.translate(streamId, substreamId, address, access, outcome);
        }

        @Override
        public void restore(SavedState state) {
            boolean tried = restored.incrementAndGet() == 1;
            if (!tried && fault == Fault.RESTORE_THROWS) {
                throw new IllegalStateException("broken");
            }
            if (!tried && fault == Fault.RESTORE_HANGS) {
                hang();
            }
            super.restore(state);
        }

        /// As code does that heeds nobody.
        private void hang() {
            while (enough.getCount() > 0) {
                try {
                    enough.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }
}
