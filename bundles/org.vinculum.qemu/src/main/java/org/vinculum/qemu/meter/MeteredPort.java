package org.vinculum.qemu.meter;

import java.lang.foreign.MemorySegment;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// Counts the transactions of one device.
final class MeteredPort implements DmaPort {
    private final DmaPort port;
    private final TransferMeter meter;

    MeteredPort(DmaPort port, TransferMeter meter) {
        this.port = port;
        this.meter = meter;
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        long answer = port.transfer(substreamId, address, access, bytes, outcome);
        meter.answered(answer, outcome);
        if (answer >= 0) {
            if ((access & Access.WRITE) != 0) {
                meter.written(bytes.byteSize());
            } else {
                meter.read(bytes.byteSize());
            }
        }
        return answer;
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        long answer = port.translate(substreamId, address, access, outcome);
        meter.answered(answer, outcome);
        return answer;
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        long answer = port.requestTranslation(substreamId, address, access, outcome);
        meter.answered(answer, outcome);
        return answer;
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        port.requestPage(substreamId, address, access, group, last);
    }

    @Override
    public boolean writeInt(long physical, int value) {
        boolean answered = port.writeInt(physical, value);
        if (answered) {
            meter.written(Integer.BYTES);
        }
        return answered;
    }

    @Override
    public void disconnect() {
        port.disconnect();
    }
}
