package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.TableHeader;

/// Where the fields of an ACPI table's header are (ACPI 6.5, 5.2.6), and of what an IORT adds to it (DEN0049, 3, table 1).
final class HeaderLayout {
    static final String SIGNATURE = "IORT";

    /// [#SIGNATURE] as a little-endian word.
    static final int SIGNATURE_WORD = 0x54524f49;

    /// Bytes in front of the first node, unless there is padding.
    static final int LENGTH = 48;

    static final int TABLE_LENGTH = 4;
    static final int REVISION = 8;
    static final int CHECKSUM = 9;
    static final int OEM_ID = 10;
    static final int OEM_TABLE_ID = 16;
    static final int OEM_REVISION = 24;
    static final int CREATOR_ID = 28;
    static final int CREATOR_REVISION = 32;
    static final int NODE_COUNT = 36;
    static final int NODE_OFFSET = 40;

    private static final int OEM_ID_SIZE = 6;
    private static final int OEM_TABLE_ID_SIZE = 8;
    private static final int CREATOR_ID_SIZE = 4;

    private HeaderLayout() {}

    static TableHeader read(TableInput in) {
        return new TableHeader(
                in.u8(REVISION),
                in.u8(CHECKSUM),
                in.fixed(OEM_ID, OEM_ID_SIZE),
                in.fixed(OEM_TABLE_ID, OEM_TABLE_ID_SIZE),
                in.u32(OEM_REVISION),
                in.fixed(CREATOR_ID, CREATOR_ID_SIZE),
                in.u32(CREATOR_REVISION));
    }

    static void write(Iort table, TableOutput out) {
        TableHeader header = table.header();
        out.text(0, SIGNATURE);
        out.u32(TABLE_LENGTH, table.length());
        out.u8(REVISION, header.revision());
        out.u8(CHECKSUM, header.checksum());
        out.text(OEM_ID, atMost(OEM_ID_SIZE, header.oemId()));
        out.text(OEM_TABLE_ID, atMost(OEM_TABLE_ID_SIZE, header.oemTableId()));
        out.u32(OEM_REVISION, header.oemRevision());
        out.text(CREATOR_ID, atMost(CREATOR_ID_SIZE, header.creatorId()));
        out.u32(CREATOR_REVISION, header.creatorRevision());
        out.u32(NODE_COUNT, table.nodeCount());
        out.u32(NODE_OFFSET, table.nodeOffset());
    }

    private static String atMost(int size, String text) {
        if (text.length() > size) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is longer than " + size + " characters");
        }
        return text;
    }
}
