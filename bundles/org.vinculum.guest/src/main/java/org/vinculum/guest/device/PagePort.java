package org.vinculum.guest.device;

import java.lang.foreign.MemorySegment;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Transactions of one device that stay within a page. Belongs to one thread.
final class PagePort {
    static final long PAGE = 4096;

    /// The transaction waits for software; to be asked for again.
    static final long WAITS = -1;

    /// It was aborted.
    static final long ABORTED = -2;

    private static final int NOT_WAITING = -1;

    private final DmaPort port;
    private final PhysicalMemory memory;
    private final Releases releases;
    private final HeldTranslations held;
    private final Outcome outcome = new Outcome();
    private int stag = NOT_WAITING;

    /// @param held translations that the device keeps; null when it keeps none
    PagePort(DmaPort port, PhysicalMemory memory, Releases releases, HeldTranslations held) {
        this.port = port;
        this.memory = memory;
        this.releases = releases;
        this.held = held;
    }

    /// Bytes up to the end of the page.
    static long inPage(long address, long most) {
        return Math.min(most, PAGE - (address & PAGE - 1));
    }

    long read(int substream, long address, MemorySegment into) {
        return access(substream, address, Access.READ, into);
    }

    long write(int substream, long address, MemorySegment from) {
        return access(substream, address, Access.WRITE, from);
    }

    /// @return the number of bytes, or one of the negative values
    private long access(int substream, long address, int access, MemorySegment bytes) {
        long ended = afterStall(bytes, access);
        if (ended != 0) {
            return ended;
        }
        if (held != null) {
            long answer = held.access(port, memory, substream, address, access, bytes);
            if (answer != HeldTranslations.NOT_HELD) {
                return answer;
            }
        }
        long physical = port.translate(substream, address, access, outcome);
        if (physical < 0) {
            return ended(physical, bytes, access);
        }
        return move(memory, physical, access, bytes);
    }

    /// @return 0 when the transaction is to be issued
    private long afterStall(MemorySegment bytes, int access) {
        if (stag == NOT_WAITING) {
            return 0;
        }
        Release release = releases.take(stag);
        if (release == null) {
            return WAITS;
        }
        stag = NOT_WAITING;
        return switch (release) {
            case RETRY -> 0;
            case ABORT -> ABORTED;
            case TERMINATE -> ended(Outcome.IGNORED, bytes, access);
        };
    }

    private long ended(long answer, MemorySegment bytes, int access) {
        if (answer == Outcome.STALLED) {
            stag = outcome.stag();
            return WAITS;
        }
        if (answer != Outcome.IGNORED) {
            return ABORTED;
        }
        if (access == Access.READ) {
            bytes.fill((byte) 0);
        }
        return bytes.byteSize();
    }

    static long move(PhysicalMemory memory, long physical, int access, MemorySegment bytes) {
        Ram ram = memory.ram(physical);
        if (ram == null || !ram.holds(physical, bytes.byteSize())) {
            return ABORTED;
        }
        MemorySegment there = ram.segment().asSlice(physical - ram.start(), bytes.byteSize());
        if (access == Access.READ) {
            bytes.copyFrom(there);
        } else {
            there.copyFrom(bytes);
        }
        return bytes.byteSize();
    }

    /// Writes four bytes, also to where there is no RAM.
    long message(int substream, long address, int value) {
        long physical = port.translate(substream, address, Access.WRITE, outcome);
        if (physical < 0) {
            return physical == Outcome.IGNORED ? Integer.BYTES : ABORTED;
        }
        return port.writeInt(physical, value) ? Integer.BYTES : ABORTED;
    }
}
