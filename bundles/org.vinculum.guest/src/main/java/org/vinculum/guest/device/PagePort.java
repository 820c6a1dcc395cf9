package org.vinculum.guest.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;

/// Transactions of one device that stay within a page. Belongs to one thread.
final class PagePort {
    static final long PAGE = 4096;

    /// The transaction waits for software; to be asked for again.
    static final long WAITS = -1;

    /// It was aborted.
    static final long ABORTED = -2;

    private static final int NOT_WAITING = -1;
    private static final ValueLayout.OfInt MESSAGE =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final DmaPort port;
    private final Releases releases;
    private final HeldTranslations held;
    private final Outcome outcome = new Outcome();
    private final MemorySegment fourBytes = Arena.ofAuto().allocate(Integer.BYTES);
    private int stag = NOT_WAITING;

    /// @param held translations that the device keeps; null when it keeps none
    PagePort(DmaPort port, Releases releases, HeldTranslations held) {
        this.port = port;
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
            long answer = held.access(port, substream, address, access, bytes);
            if (answer != HeldTranslations.NOT_HELD) {
                return answer;
            }
        }
        long physical = port.transfer(substream, address, access, bytes, outcome);
        return physical < 0 ? ended(physical, bytes, access) : bytes.byteSize();
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

    /// Writes four bytes, also to where there is no RAM.
    long message(int substream, long address, int value) {
        fourBytes.set(MESSAGE, 0, value);
        long physical = port.transfer(substream, address, Access.WRITE, fourBytes, outcome);
        return physical >= 0 || physical == Outcome.IGNORED ? Integer.BYTES : ABORTED;
    }
}
