package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;

/// The transactions of one function, one at a time. They allocate nothing.
final class Transactions {
    private static final int NO_SUBSTREAM = -1;
    private static final int NOT_WAITING = -1;

    private final FunctionControl function;
    private final Outcome outcome = new Outcome();
    private StreamPort stream;
    private int stag = NOT_WAITING;

    Transactions(FunctionControl function) {
        this.function = function;
    }

    /// @param stream what follows is on it; null for one that the SMMU does not have
    void use(StreamPort stream) {
        this.stream = stream;
    }

    Answer read(long address, MemorySegment bytes) {
        return access(address, Access.READ, bytes);
    }

    Answer write(long address, MemorySegment bytes) {
        return access(address, Access.WRITE, bytes);
    }

    private Answer access(long address, int access, MemorySegment bytes) {
        if (stag != NOT_WAITING) {
            Release release = stream.take(stag);
            if (release == null) {
                return Answer.WAITS;
            }
            stag = NOT_WAITING;
            if (release != Release.RETRY) {
                return release == Release.ABORT ? Answer.REFUSED : ignored(access, bytes);
            }
        }
        if (stream == null || !function.isBusMaster()) {
            return Answer.REFUSED;
        }
        long physical = stream.port().transfer(NO_SUBSTREAM, address, access, bytes, outcome);
        return physical >= 0 ? Answer.DONE : stopped(physical, access, bytes);
    }

    private Answer stopped(long how, int access, MemorySegment bytes) {
        if (how == Outcome.STALLED) {
            stag = outcome.stag();
            return Answer.WAITS;
        }
        return how == Outcome.IGNORED ? ignored(access, bytes) : Answer.REFUSED;
    }

    private static Answer ignored(int access, MemorySegment bytes) {
        if (access == Access.READ) {
            bytes.fill((byte) 0);
        }
        return Answer.DONE;
    }
}
