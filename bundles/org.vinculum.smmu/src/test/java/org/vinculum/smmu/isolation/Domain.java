package org.vinculum.smmu.isolation;

import java.util.ArrayList;
import java.util.List;

/// All that one guest may reach: the oracle. It knows what was mapped, not how tables say it.
final class Domain {
    final List<Mapping> mappings = new ArrayList<>();

    Mapping at(long ipa) {
        for (Mapping one : mappings) {
            if (one.maps(ipa)) {
                return one;
            }
        }
        return null;
    }

    boolean overlaps(long ipa, int log2Size) {
        for (Mapping one : mappings) {
            int larger = Math.max(log2Size, one.log2Size());
            if (one.ipa() >>> larger == ipa >>> larger) {
                return true;
            }
        }
        return false;
    }

    boolean owns(long start, long length) {
        for (Mapping one : mappings) {
            if (one.owns(start, length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a physical range may be accessed so through one mapping at least.
    boolean permits(long start, long length, boolean reading, boolean writing) {
        for (Mapping one : mappings) {
            if (one.owns(start, length)
                    && (one.readable() || !reading)
                    && (one.writable() || !writing)) {
                return true;
            }
        }
        return false;
    }
}
