package org.vinculum.qemu.vdma;

import java.util.function.BiFunction;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.layout.Layout;

/// The streams that DMA engines may use, each connected once, when an engine first uses it. Belongs to the thread of the SMMU.
public final class StreamPorts {
    private final BiFunction<StreamId, Device, DmaPort> connect;
    private final StreamPort[] ports = new StreamPort[Layout.STREAMS];

    public StreamPorts(GuestSmmu smmu) {
        this(smmu::connect);
    }

    StreamPorts(BiFunction<StreamId, Device, DmaPort> connect) {
        this.connect = connect;
    }

    /// @param stream a stream ID that a guest made up
    /// @return null for one that is not among [Layout#streams()]
    StreamPort of(long stream) {
        long index = stream - Layout.FIRST_STREAM;
        if (index < 0 || index >= ports.length) {
            return null;
        }
        int at = (int) index;
        if (ports[at] == null) {
            ports[at] = new StreamPort(device -> connect.apply(StreamId.of(stream), device));
        }
        return ports[at];
    }
}
