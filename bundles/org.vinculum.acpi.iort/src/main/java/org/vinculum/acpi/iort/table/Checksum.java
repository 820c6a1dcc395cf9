package org.vinculum.acpi.iort.table;

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
}
