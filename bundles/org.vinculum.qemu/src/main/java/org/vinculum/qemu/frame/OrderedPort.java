package org.vinculum.qemu.frame;

import java.lang.foreign.MemorySegment;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Outcome;

/// Looks at the register frame before each transaction. A device that has acquired its doorbell sees all that the guest wrote
/// before it rang.
final class OrderedPort implements DmaPort {
    private final DmaPort port;
    private final FrameWatch watch;

    OrderedPort(DmaPort port, FrameWatch watch) {
        this.port = port;
        this.watch = watch;
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        watch.catchUp();
        return port.transfer(substreamId, address, access, bytes, outcome);
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        watch.catchUp();
        return port.translate(substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        watch.catchUp();
        return port.requestTranslation(substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        watch.catchUp();
        port.requestPage(substreamId, address, access, group, last);
    }

    @Override
    public boolean writeInt(long physical, int value) {
        return port.writeInt(physical, value);
    }

    @Override
    public void disconnect() {
        port.disconnect();
    }
}
