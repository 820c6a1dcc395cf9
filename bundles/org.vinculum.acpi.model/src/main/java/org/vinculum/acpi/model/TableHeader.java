package org.vinculum.acpi.model;

/// What every ACPI table starts with (ACPI 6.5, 5.2.6), without the length and the signature.
///
/// Strings hold one character for each byte (ISO 8859-1) and leave out the zero bytes at the end.
///
/// @param revision of the table: 0 for DEN0049A to D, 1 for E, 2 for E.a … 6 for E.e, 7 for E.f
/// @param checksum as stored, 8 bits; all bytes of a right table add up to 0 modulo 256
/// @param oemId up to 6 characters
/// @param oemTableId up to 8 characters
/// @param oemRevision 32 bits unsigned
/// @param creatorId up to 4 characters
/// @param creatorRevision 32 bits unsigned
public record TableHeader(
        int revision,
        int checksum,
        String oemId,
        String oemTableId,
        long oemRevision,
        String creatorId,
        long creatorRevision) {
    /// Bytes of the header.
    public static final int LENGTH = 36;
}
