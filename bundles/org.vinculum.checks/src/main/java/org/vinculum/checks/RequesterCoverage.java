package org.vinculum.checks;

import java.util.BitSet;
import org.vinculum.firmware.IdMap;

/// Which of the 65,536 PCI requester IDs a map matches, found once in time that does not depend on the order of its entries.
final class RequesterCoverage {
    private static final int IDS = 1 << 16;

    private final BitSet covered;

    private RequesterCoverage(BitSet covered) {
        this.covered = covered;
    }

    static RequesterCoverage of(IdMap map) {
        BitSet inputs = inputs(map);
        if ((~map.mask() & IDS - 1) == 0) {
            return new RequesterCoverage(inputs);
        }
        BitSet covered = new BitSet(IDS);
        for (int id = 0; id < IDS; id++) {
            covered.set(id, inputs.get(id & map.mask()));
        }
        return new RequesterCoverage(covered);
    }

    /// The first ID from `from` to `to` that nothing matches; -1 when there is none.
    int firstUncovered(int from, int to) {
        int first = covered.nextClearBit(from);
        return first <= to ? first : -1;
    }

    /// The last ID of the run that `first` begins, at most `to`.
    int lastUncovered(int first, int to) {
        int next = covered.nextSetBit(first);
        return next < 0 || next > to ? to : next - 1;
    }

    // what stands behind an entry that contradicts the mask is never reached
    private static BitSet inputs(IdMap map) {
        BitSet inputs = new BitSet(IDS);
        for (IdMap.Entry entry : map.entries()) {
            if (map.contradictsMask(entry)) {
                break;
            }
            int end = (int) Math.min(IDS, entry.inputBase() + entry.length());
            int from = (int) Math.min(IDS, entry.inputBase());
            if (from < end && inputs.nextClearBit(from) < end) {
                inputs.set(from, end);
            }
        }
        return inputs;
    }
}
