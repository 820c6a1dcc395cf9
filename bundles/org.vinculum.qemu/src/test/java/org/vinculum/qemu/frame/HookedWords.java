package org.vinculum.qemu.frame;

import org.vinculum.memory.Ram;

/// A frame whose guest writes at chosen moments: before a certain look or replacement.
final class HookedWords extends FrameWords {
    private Step step = (access, offset) -> {};
    private int accesses;

    /// What the guest does before an access.
    interface Step {
        void before(int access, int offset);
    }

    HookedWords(Ram registers) {
        super(registers);
    }

    void hook(Step next) {
        accesses = 0;
        step = next;
    }

    int accesses() {
        return accesses;
    }

    @Override
    int look(int offset) {
        step.before(accesses++, offset);
        return super.look(offset);
    }

    @Override
    boolean replace(int offset, int expected, int value) {
        step.before(accesses++, offset);
        return super.replace(offset, expected, value);
    }
}
