package org.vinculum.toolstack.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.vinculum.memory.StreamId;

/// The IDs of one virtual SMMU: who has which, and where the block of the virtual PCI host bridge lies.
///
/// The block is 0x1000 IDs long (16 buses of requester IDs), starts at 0x1000 and is moved up in whole blocks past
/// every fixed ID that is not the place of its own PCI function.
final class IdSpace {
    static final long PCI_BLOCK = 0x1000;
    private static final int LEAST_BITS = 8;
    private static final int MOST_BITS = 32;

    private final Map<StreamId, Group> owners = new HashMap<>();
    private final TreeSet<Long> foreign = new TreeSet<>();
    private final int limitBits;
    private long pciBase = PCI_BLOCK;
    private long cursor = 1;
    private long highest;
    private boolean placed;

    /// @param limitBits the SIDSIZE not to be exceeded; 0 for the architecture's 32
    IdSpace(int limitBits) {
        this.limitBits = limitBits == 0 ? MOST_BITS : limitBits;
    }

    int limitBits() {
        return limitBits;
    }

    boolean holds(StreamId id) {
        return id.unsigned() < 1L << limitBits;
    }

    Group owner(StreamId id) {
        return owners.get(id);
    }

    void reserve(StreamId id, Group owner) {
        owners.put(id, owner);
        highest = Math.max(highest, id.unsigned());
        if (!placed) {
            foreign.add(id.unsigned());
        }
    }

    /// Moves the block past the IDs reserved so far; from here on IDs are allocated.
    void placeBlock() {
        placed = true;
        while (occupied(pciBase)) {
            pciBase += PCI_BLOCK;
        }
    }

    private boolean occupied(long base) {
        for (long id : foreign.subSet(base, base + PCI_BLOCK)) {
            Group owner = owners.get(StreamId.of(id));
            if (owner.vrid.isEmpty() || base + owner.vrid.getAsInt() != id) {
                return true;
            }
        }
        return false;
    }

    /// The ID of a function on the virtual host bridge, or -1 when it lies outside SIDSIZE.
    long pci(int vrid) {
        long id = pciBase + vrid;
        return id < 1L << limitBits ? id : -1;
    }

    /// The lowest free ID from 1 outside the block, or -1 when there is none.
    long lowestFree() {
        while (inBlock(cursor) || owners.containsKey(new StreamId((int) cursor))) {
            cursor = inBlock(cursor) ? pciBase + PCI_BLOCK : cursor + 1;
        }
        return cursor < 1L << limitBits ? cursor : -1;
    }

    private boolean inBlock(long id) {
        return id >= pciBase && id < pciBase + PCI_BLOCK;
    }

    /// The least SIDSIZE that covers every ID given out, at least 8.
    int bitsNeeded() {
        return Math.max(LEAST_BITS, 64 - Long.numberOfLeadingZeros(highest));
    }
}
