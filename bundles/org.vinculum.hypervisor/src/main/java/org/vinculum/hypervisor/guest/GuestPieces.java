package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.memory.AddressRange;

/// What lies where in a guest physical address space, in the order of addresses.
final class GuestPieces {
    private final NavigableMap<Long, Mapping> byStart = new TreeMap<>(Long::compareUnsigned);

    boolean overlap(AddressRange range) {
        for (Mapping mapping : byStart.values()) {
            if (mapping.guest().overlaps(range)) {
                return true;
            }
        }
        return false;
    }

    void add(Mapping mapping) {
        byStart.put(mapping.guest().start().value(), mapping);
    }

    /// The window that is exactly there; null for none.
    Mapping window(AddressRange guest) {
        Mapping found = byStart.get(guest.start().value());
        return found == null || found.ram() || !found.guest().equals(guest) ? null : found;
    }

    void remove(Mapping mapping) {
        byStart.remove(mapping.guest().start().value());
    }

    List<Mapping> all() {
        return new ArrayList<>(byStart.values());
    }
}
