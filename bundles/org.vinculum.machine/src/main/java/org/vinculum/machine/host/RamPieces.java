package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.memory.AddressRange;

/// Makes the RAM of a machine from what a description says: whole pieces, none under registers, and an end to it.
final class RamPieces {
    /// What stage 2 maps at once, and a machine's RAM is made of.
    static final long PIECE = 2L << 20;

    /// RAM costs what is touched, but the file behind it has a size that the file system must allow.
    static final long MOST_BYTES = 64L << 30;

    /// An SMMUv3 has 52 bits of output address at most where RAM is (IHI 0070, 6.3.6).
    private static final long LIMIT = 1L << 52;

    private static final int MOST_PIECES = 1024;

    private RamPieces() {}

    /// @param said in any order, may overlap
    /// @param holes what is no RAM whatever is said
    /// @return ascending, whole pieces, apart from each other or touching
    static List<AddressRange> of(List<AddressRange> said, List<AddressRange> holes) {
        List<AddressRange> pieces = new ArrayList<>();
        long left = MOST_BYTES;
        long from = 0;
        for (AddressRange range : sorted(said)) {
            long start = Math.max(from, up(range.start().value()));
            long end = Math.min(LIMIT, down(end(range)));
            for (AddressRange hole : sorted(holes)) {
                long below = Math.min(end, down(hole.start().value()));
                long above = Math.min(LIMIT, up(end(hole)));
                if (above > start && hole.start().value() < end) {
                    left -= add(pieces, start, below, left);
                    start = above;
                }
            }
            left -= add(pieces, start, end, left);
            from = Math.max(from, end);
        }
        return List.copyOf(pieces);
    }

    private static long add(List<AddressRange> pieces, long start, long end, long left) {
        long size = Math.min(end - start, left);
        if (size <= 0 || pieces.size() == MOST_PIECES) {
            return 0;
        }
        pieces.add(AddressRange.of(start, size));
        return size;
    }

    // What lies or ends above the limit is of no use, and gone before signed arithmetic starts.
    private static List<AddressRange> sorted(List<AddressRange> ranges) {
        List<AddressRange> sorted = new ArrayList<>();
        for (AddressRange range : ranges) {
            if (range.size() != 0 && Long.compareUnsigned(range.start().value(), LIMIT) < 0) {
                sorted.add(range);
            }
        }
        sorted.sort(Comparator.comparing(AddressRange::start));
        return sorted;
    }

    private static long end(AddressRange range) {
        long start = range.start().value();
        return Long.compareUnsigned(range.size(), LIMIT - start) > 0 ? LIMIT : start + range.size();
    }

    private static long up(long address) {
        return address + PIECE - 1 & -PIECE;
    }

    private static long down(long address) {
        return address & -PIECE;
    }
}
