package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

/// Refuses blobs whose blocks lie on top of each other: one reader's name would be another's number.
final class Blocks {
    private final Blob blob;

    Blocks(Blob blob) {
        this.blob = blob;
    }

    void check(Header header, Reservations reservations) {
        int struct = header.structOffset();
        int strings = header.stringsOffset();
        int map = header.reservationsOffset();
        apart(
                HeaderFields.OFF_DT_STRUCT,
                "structure",
                struct,
                header.structEnd(),
                map,
                reservations.end());
        apart(
                HeaderFields.OFF_DT_STRINGS,
                "strings",
                strings,
                header.stringsEnd(),
                map,
                reservations.end());
        apart(
                HeaderFields.OFF_DT_STRINGS,
                "strings",
                strings,
                header.stringsEnd(),
                struct,
                header.structEnd());
    }

    private void apart(int field, String title, int start, int end, int otherStart, int otherEnd) {
        if (start < otherEnd && otherStart < end) {
            throw blob.fault(
                    field,
                    "a " + title + " block apart from the others",
                    range(start, end) + " over " + range(otherStart, otherEnd));
        }
    }

    private static String range(int start, int end) {
        return "[" + hex(start) + ", " + hex(end) + ")";
    }
}
