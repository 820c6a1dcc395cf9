package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;

/// The memory reservation block (DTSpec 0.4, 5.3): ranges up to one of size 0.
///
/// @param end offset of the first byte after the terminating entry
record Reservations(List<AddressRange> ranges, int end) {
    static final int ENTRY = 16;

    static Reservations read(Blob blob, Header header) {
        List<AddressRange> ranges = new ArrayList<>(0);
        int at = header.reservationsOffset();
        while (true) {
            if ((long) at + ENTRY > header.totalSize()) {
                throw blob.fault(
                        at,
                        "a memory reservation or the entry of size 0 that ends them",
                        "the end of the blob at " + hex(header.totalSize()));
            }
            long start = blob.u64(at);
            long size = blob.u64(at + 8);
            at += ENTRY;
            if (size == 0) {
                return new Reservations(ranges, at);
            }
            if (Long.compareUnsigned(start + (size - 1), start) < 0) {
                throw blob.fault(
                        at - ENTRY,
                        "a memory reservation below 2^64",
                        hex(size) + " bytes from " + hex(start));
            }
            ranges.add(AddressRange.of(start, size));
        }
    }
}
