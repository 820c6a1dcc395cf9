package org.vinculum.qemu.fake;

import java.lang.foreign.MemorySegment;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Outcome;

/// A way through an SMMU that gives every transaction the same answer.
public final class AnsweringPort implements DmaPort {
    public long answer;

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        return answer;
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        return answer;
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        return answer;
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {}

    @Override
    public boolean writeInt(long physical, int value) {
        return answer >= 0;
    }

    @Override
    public void disconnect() {}
}
