package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.TableHeader;

/// The checksum of an ACPI table (ACPI 6.5, 5.2.6): all its bytes add up to 0 modulo 256.
public final class Checksum {
    private Checksum() {}

    /// What the checksum field must hold, whatever it holds now.
    ///
    /// @param content of a file that starts with the table
    /// @param length bytes of the table
    public static int of(byte[] content, int length) {
        int sum = -content[HeaderLayout.CHECKSUM];
        for (int i = 0; i < length; i++) {
            sum += content[i];
        }
        return -sum & 0xff;
    }

    /// The table with the checksum that its bytes ask for.
    ///
    /// @param content of the file that the table makes
    public static Iort corrected(Iort table, byte[] content) {
        TableHeader header = table.header();
        return new Iort(
                new TableHeader(
                        header.revision(),
                        of(content, (int) table.length()),
                        header.oemId(),
                        header.oemTableId(),
                        header.oemRevision(),
                        header.creatorId(),
                        header.creatorRevision()),
                table.length(),
                table.nodeCount(),
                table.nodeOffset(),
                table.nodes(),
                table.slack(),
                table.trailing());
    }
}
