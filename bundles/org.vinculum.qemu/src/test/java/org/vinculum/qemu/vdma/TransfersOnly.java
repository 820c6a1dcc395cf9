package org.vinculum.qemu.vdma;

import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Outcome;

/// All that an engine asks of a port; the rest is none of its business.
abstract class TransfersOnly implements DmaPort {
    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean writeInt(long physical, int value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect() {
        throw new UnsupportedOperationException();
    }
}
