package org.vinculum.qemu.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;

/// What a driver does, store by store, with the waits that the architecture asks of it. It can be stopped after any store.
final class Script {
    private static final int ENTRY = 16;

    private final Ram frame;
    private final Ram memory;
    private final List<BooleanSupplier> steps = new ArrayList<>();
    private int next;

    Script(Ram frame, Ram memory) {
        this.frame = frame;
        this.memory = memory;
    }

    Script store(int offset, int value) {
        steps.add(() -> {
            frame.setInt(offset, value);
            return true;
        });
        return this;
    }

    Script await(int offset, int value) {
        steps.add(() -> frame.getInt(offset) == value);
        return this;
    }

    /// Turns the queue off, gives it other memory, and turns it on again, as a driver does whose predecessor left it on.
    Script restart(long base) {
        return store(Cr0.OFFSET, 0)
                .await(Cr0.ACK_OFFSET, 0)
                .store(CmdqBase.OFFSET, (int) base)
                .store(CmdqBase.OFFSET + Integer.BYTES, (int) (base >>> Integer.SIZE))
                .store(CmdqProd.OFFSET, 0)
                .store(CmdqCons.OFFSET, 0)
                .store(Cr0.OFFSET, (int) Cr0.CMDQEN.mask());
    }

    Script command(long ring, int position, long number) {
        steps.add(() -> {
            memory.setLong(ring - memory.start() + (long) position * ENTRY + 8, number);
            return true;
        });
        return this;
    }

    int length() {
        return steps.size();
    }

    /// Goes on for some steps, or until a wait is not over.
    void run(int most) {
        for (int i = 0; i < most && next < steps.size() && steps.get(next).getAsBoolean(); i++) {
            next++;
        }
    }

    boolean done() {
        return next == steps.size();
    }
}
