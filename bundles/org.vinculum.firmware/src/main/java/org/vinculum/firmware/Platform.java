package org.vinculum.firmware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands between devices and memory on one machine, whatever firmware described it.
///
/// @param format the [FirmwareReader#format()] it was read from
/// @param iommus in the firmware's order
/// @param masters platform devices with at least one stream or foreign use, in the firmware's order
/// @param buses buses with IDs of their own, PCI host bridges without a map included, in the firmware's order
/// @param reserved memory that streams use from before the start, in the firmware's order
public record Platform(
        String format,
        List<Iommu> iommus,
        List<Master> masters,
        List<Bus> buses,
        List<ReservedRegion> reserved) {
    /// A platform without reserved memory.
    public Platform(String format, List<Iommu> iommus, List<Master> masters, List<Bus> buses) {
        this(format, iommus, masters, buses, List.of());
    }

    public Platform {
        reserved = List.copyOf(reserved);
        iommus = List.copyOf(iommus);
        masters = List.copyOf(masters);
        buses = List.copyOf(buses);
    }

    /// The IOMMU with this path.
    public Optional<Iommu> iommu(String path) {
        return iommus.stream().filter(i -> i.path().equals(path)).findFirst();
    }

    /// Streams that two or more masters use, each with the masters' paths, ordered by IOMMU path and ID.
    public SortedMap<PhysicalStream, List<String>> sharedStreams() {
        Map<PhysicalStream, List<String>> users = new HashMap<>();
        for (Master master : masters) {
            for (Master.StreamUse use : master.streams()) {
                List<String> paths = users.computeIfAbsent(use.stream(), _ -> new ArrayList<>(2));
                // the uses of one master follow each other, so only the last path can be its own
                if (paths.isEmpty() || !paths.getLast().equals(master.path())) {
                    paths.add(master.path());
                }
            }
        }
        SortedMap<PhysicalStream, List<String>> shared =
                new TreeMap<>(
                        Comparator.comparing(PhysicalStream::iommu)
                                .thenComparing(PhysicalStream::id));
        users.forEach((stream, paths) -> addShared(shared, stream, paths));
        return Collections.unmodifiableSortedMap(shared);
    }

    private static void addShared(
            Map<PhysicalStream, List<String>> shared, PhysicalStream stream, List<String> paths) {
        if (paths.size() > 1) {
            shared.put(stream, List.copyOf(paths));
        }
    }
}
