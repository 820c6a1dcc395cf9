package org.vinculum.guest.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;

/// Which of its memory a guest has given away: pieces of 2^n bytes, aligned to their size. Belongs to one thread.
public final class GuestPages {
    public static final long PAGE = 4096;

    private static final int PAGE_BITS = 12;

    private final GuestWords words;
    private final long end;
    private long fresh;
    private final List<ArrayDeque<Long>> free = new ArrayList<>();

    /// @param range whole pages of RAM, not starting at 0, that nobody else uses
    public GuestPages(PhysicalMemory memory, AddressRange range) {
        words = new GuestWords(memory);
        fresh = range.start().value();
        end = fresh + range.size();
        for (int i = 0; i < Long.SIZE; i++) {
            free.add(new ArrayDeque<>());
        }
    }

    /// Takes memory, zeroed.
    ///
    /// @param bytes at least; rounded up to a power of two of whole pages
    /// @return 0 when there is none
    public long allocate(long bytes) {
        int order = order(bytes);
        long address = take(order);
        if (address != 0) {
            words.clear(address, 1L << order);
        }
        return address;
    }

    /// Takes memory that has to be there.
    ///
    /// @throws IllegalStateException when it is not
    public long demand(long bytes) {
        long address = allocate(bytes);
        if (address == 0) {
            throw new IllegalStateException("the guest has no " + bytes + " bytes left");
        }
        return address;
    }

    /// @param bytes as it was asked for
    public void release(long address, long bytes) {
        free.get(order(bytes)).push(address);
    }

    private static int order(long bytes) {
        return Math.max(PAGE_BITS, Long.SIZE - Long.numberOfLeadingZeros(bytes - 1));
    }

    private long take(int order) {
        for (int larger = order; larger < Long.SIZE; larger++) {
            Long piece = free.get(larger).poll();
            if (piece != null) {
                split(piece, larger, order);
                return piece;
            }
        }
        return takeFresh(order);
    }

    private void split(long piece, int from, int to) {
        for (int half = from - 1; half >= to; half--) {
            free.get(half).push(piece + (1L << half));
        }
    }

    private long takeFresh(int order) {
        long size = 1L << order;
        long address = fresh + size - 1 & -size;
        if (address + size > end) {
            return 0;
        }
        while (fresh < address) {
            int gap = Long.numberOfTrailingZeros(fresh);
            free.get(gap).push(fresh);
            fresh += 1L << gap;
        }
        fresh += size;
        return address;
    }
}
