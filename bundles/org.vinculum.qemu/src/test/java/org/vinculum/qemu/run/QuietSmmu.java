package org.vinculum.qemu.run;

import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.memory.StreamId;

/// An SMMU that does nothing, for guests that do not look at it, and its type.
final class QuietSmmu implements GuestSmmu, GuestSmmuType {
    volatile boolean closed;
    volatile RuntimeException fault;
    volatile GuestSmmuDescription description;

    @Override
    public String name() {
        return "quiet";
    }

    @Override
    public String title() {
        return "nothing";
    }

    @Override
    public GuestSmmu create(GuestSmmuDescription asked) {
        description = asked;
        return this;
    }

    @Override
    public long frameSize() {
        return 0x2_0000;
    }

    @Override
    public long read(long offset, int width) {
        return 0;
    }

    @Override
    public void write(long offset, int width, long value) {}

    @Override
    public boolean work(int budget) {
        if (fault != null) {
            throw fault;
        }
        return false;
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long guestPhysical(long physical) {
        return physical;
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count("seen by nobody", 7));
    }

    @Override
    public void close() {
        closed = true;
    }
}
