package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.iort.table.Checksum;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.NodeHead;

/// A table's lengths, counts and checksum, and what trails it: said only where arranging the table would give others.
///
/// @param nodeOffset of the first node, from the start of the table
/// @param length of the table; -1 where it ends with the last node
/// @param nodeCount as the table says it; -1 for as many as there are
/// @param checksum as the table says it; -1 for the right one
/// @param trailing bytes of the file behind the table
record TablePlaces(long nodeOffset, long length, long nodeCount, int checksum, byte[] trailing) {
    private static final String NAME = "layout";

    /// Where nodes start unless something stands before them.
    private static final int HEADER_END = 48;

    private static final long MAX_WORD = 0xffff_ffffL;
    private static final byte[] NOTHING = {};

    /// @param bytes of the file that the table makes
    static void write(Iort table, byte[] bytes, JsonOutput json) throws IOException {
        boolean moved = table.nodeOffset() != HEADER_END;
        boolean longer = table.length() != end(table);
        boolean miscounted = table.nodeCount() != table.nodes().size();
        int right = Checksum.of(bytes, (int) table.length());
        boolean missummed = right != table.header().checksum();
        boolean trailed = table.trailing().bytes().length != 0;
        if (!moved && !longer && !miscounted && !missummed && !trailed) {
            return;
        }
        json.start(NAME);
        if (moved) {
            json.hex("nodeOffset", table.nodeOffset());
        }
        if (longer) {
            json.number("length", table.length());
        }
        if (miscounted) {
            json.number("nodeCount", table.nodeCount());
        }
        if (missummed) {
            json.hex("checksum", table.header().checksum());
        }
        if (trailed) {
            json.bytes("trailing", table.trailing().bytes());
        }
        json.end();
    }

    static TablePlaces read(ObjectReader document) {
        ObjectReader layout = document.object(NAME, "a table's layout");
        TablePlaces places =
                new TablePlaces(
                        layout.hex("nodeOffset", Integer.SIZE, HEADER_END),
                        layout.number("length", HEADER_END, MAX_WORD, -1),
                        layout.number("nodeCount", 0, MAX_WORD, -1),
                        (int) layout.hex("checksum", Byte.SIZE, -1),
                        layout.bytes("trailing", NOTHING));
        if (places.nodeOffset < HEADER_END) {
            throw layout.mistake("nodeOffset", "an offset behind the header, from \"0x30\"");
        }
        layout.refuseOthers();
        return places;
    }

    /// @param end of the last node
    /// @throws org.vinculum.firmware.UnreadableInputException when the document says less
    long length(long end, ObjectReader document) {
        if (length >= 0 && length < end) {
            throw document.object(NAME, "a table's layout")
                    .mistake("length", "a length that holds the nodes, from " + end);
        }
        return length < 0 ? end : length;
    }

    long nodeCount(int nodes) {
        return nodeCount < 0 ? nodes : nodeCount;
    }

    private static long end(Iort table) {
        if (table.nodes().isEmpty()) {
            return table.nodeOffset();
        }
        NodeHead last = table.nodes().getLast().head();
        return last.offset() + last.length();
    }
}
