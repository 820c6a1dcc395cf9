package org.vinculum.toolstack.bind;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.PhysicalStream;

/// Which streams the requesters of a bus may be mapped to.
final class MappedRanges {
    private record Range(long first, long length, String bus) {}

    private final Map<String, TreeMap<Long, Range>> byIommu = new HashMap<>();

    void add(Bus bus, IdMap.Entry entry) {
        byIommu.computeIfAbsent(entry.target(), _ -> new TreeMap<>())
                .merge(
                        entry.outputBase(),
                        new Range(entry.outputBase(), entry.outputLength(), bus.path()),
                        (a, b) -> a.length() >= b.length() ? a : b);
    }

    /// The bus whose range starts nearest below a stream and holds it; null when there is none.
    String busOf(PhysicalStream stream) {
        TreeMap<Long, Range> ranges = byIommu.get(stream.iommu());
        var below = ranges == null ? null : ranges.floorEntry(stream.id().unsigned());
        return below != null && stream.id().unsigned() - below.getKey() < below.getValue().length()
                ? below.getValue().bus()
                : null;
    }
}
