package org.vinculum.iommu;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The state of a model, in JDK types only, so that another model, of another vendor, in another process, can take it over.
///
/// @param kind as [IommuModelFactory#kind()]
/// @param version of this description, 1
/// @param model the name of the model it was taken from
/// @param registers values by architectural name, in the order of the names
/// @param stalled transactions that wait, in the order of their arrival
/// @param more what only some models have, by name; names that begin with `VENDOR.` are of a [VendorPart]
public record SavedState(
        String kind,
        int version,
        String model,
        SortedMap<String, Long> registers,
        List<Stalled> stalled,
        SortedMap<String, String> more) {
    public SavedState {
        registers = inTheirOrder(registers);
        stalled = List.copyOf(stalled);
        more = inTheirOrder(more);
    }

    /// A comparator of whoever made the state would keep its class loader.
    private static <T> SortedMap<String, T> inTheirOrder(Map<String, T> named) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /// @param event the event record that told software, little-endian words; empty while the queue has had no place for it
    public record Stalled(
            int streamId, int substreamId, long address, int access, int stag, List<Long> event) {
        public Stalled {
            event = List.copyOf(event);
        }
    }

    /// A register's value, or 0 for one that is not there.
    public long register(String name) {
        return registers.getOrDefault(name, 0L);
    }
}
