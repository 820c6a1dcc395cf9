package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;

/// Makes reserved regions from RMR nodes (DEN0049, 3.1.1.8; Linux: `iort_node_get_rmr_info`).
final class ReservedReader {
    /// The table revision that RMR nodes count from ([LinuxRule#RMR_NEEDS_REVISION_5]).
    static final int FIRST_REVISION = 5;

    /// The alignment of base and length that needs no correction.
    static final long ALIGNMENT = 0x10000;

    /// The most streams that one node is taken to name; a device has some dozens.
    static final int MOST_STREAMS = 4096;

    private static final long PAGE = 0x1000;

    private final Iort table;

    ReservedReader(Iort table) {
        this.table = table;
    }

    List<ReservedRegion> read(Rmr rmr) {
        // immutable, so that all regions of a node share it
        List<PhysicalStream> streams = List.copyOf(streams(rmr));
        List<ReservedRegion> regions = new ArrayList<>();
        if (table.header().revision() < FIRST_REVISION || streams.isEmpty()) {
            return regions;
        }
        for (Rmr.Range range : rmr.ranges().entries()) {
            widened(range).ifPresent(wide -> regions.add(region(rmr, wide, streams)));
        }
        return regions;
    }

    /// The range as Linux reserves it, whole pages of 4 KiB where it is not aligned ([LinuxRule#RMR_IS_WIDENED]); empty
    /// for one without bytes or past the end of the address space.
    static Optional<AddressRange> widened(Rmr.Range range) {
        if (range.length() == 0 || wraps(range.base(), range.length())) {
            return Optional.empty();
        }
        if (isAligned(range)) {
            return Optional.of(AddressRange.of(range.base(), range.length()));
        }
        long start = range.base() & -PAGE;
        long size = range.base() - start + range.length() + PAGE - 1 & -PAGE;
        return size == 0 || wraps(start, size)
                ? Optional.empty()
                : Optional.of(AddressRange.of(start, size));
    }

    static boolean isAligned(Rmr.Range range) {
        return (range.base() | range.length()) % ALIGNMENT == 0;
    }

    static boolean wraps(long base, long length) {
        return Long.compareUnsigned(base + length - 1, base) < 0;
    }

    // every ID of a mapping's output is a stream, whether the mapping is a single one or not
    private List<PhysicalStream> streams(Rmr rmr) {
        List<PhysicalStream> streams = new ArrayList<>();
        for (IdMapping mapping : NodeMap.present(rmr)) {
            Optional<IortNode> target = table.node(mapping.outputReference());
            boolean fits = streams.size() + mapping.length() <= MOST_STREAMS;
            if (target.filter(Goal.IOMMU::isReachedAt).isPresent() && fits) {
                for (long i = 0; i < mapping.length(); i++) {
                    long id = mapping.outputBase() + i & Run.LAST_ID;
                    streams.add(PhysicalStream.of(Paths.of(target.get()), id));
                }
            }
        }
        return streams;
    }

    private static ReservedRegion region(
            Rmr rmr, AddressRange range, List<PhysicalStream> streams) {
        return new ReservedRegion(
                Paths.of(rmr),
                range,
                (rmr.flags() & Rmr.REMAP_PERMITTED) != 0,
                (rmr.flags() & Rmr.PRIVILEGED) != 0,
                attributes(rmr.attributes()),
                streams);
    }

    private static String attributes(int attributes) {
        return switch (attributes) {
            case 0 -> "Device-nGnRnE";
            case 1 -> "Device-nGnRE";
            case 2 -> "Device-nGRE";
            case 3 -> "Device-GRE";
            case 4 -> "Normal non-cacheable";
            case 5 -> "Normal write-back inner shareable";
            default -> "reserved " + Hex.of(attributes);
        };
    }
}
