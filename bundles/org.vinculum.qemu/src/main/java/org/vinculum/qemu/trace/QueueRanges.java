package org.vinculum.qemu.trace;

import java.util.List;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.PriqBase;

/// Where the queues are. Their memory is not copied for the twin like other memory: records it writes itself, and commands are
/// brought one by one.
final class QueueRanges {
    private final RegisterReads twin;
    private Ring commands;
    private Ring events;
    private List<Ring> rings;

    QueueRanges(RegisterReads twin) {
        this.twin = twin;
        update();
    }

    /// After a write of a register.
    void update() {
        commands = ring(CmdqBase.OFFSET, Idr1.CMDQS.get(twin.read(Idr1.OFFSET)), Command.SIZE);
        events = ring(EventqBase.OFFSET, Idr1.EVENTQS.get(twin.read(Idr1.OFFSET)), Event.SIZE);
        Ring requests =
                ring(PriqBase.OFFSET, Idr1.PRIQS.get(twin.read(Idr1.OFFSET)), PageRequest.SIZE);
        rings = List.of(commands, events, requests);
    }

    private Ring ring(int base, int log2Most, int entrySize) {
        return Ring.of(twin.read(base, Long.BYTES), log2Most, entrySize);
    }

    Ring commands() {
        return commands;
    }

    Ring events() {
        return events;
    }

    /// Whether all of some bytes are in one queue.
    boolean contains(long address, long length) {
        for (Ring ring : rings) {
            long size = (long) ring.size() * ring.entrySize();
            long offset = address - ring.address();
            if (Long.compareUnsigned(offset, size) < 0 && size - offset >= length) {
                return true;
            }
        }
        return false;
    }
}
