package org.vinculum.acpi.iort.table.iasl;

/// A field of a table: where it is, and what it holds.
///
/// @param value text in quotation marks, or a number in hexadecimal without leading zeros
record Field(long offset, int length, String value) {
    static Field number(long offset, int length, long value) {
        return new Field(offset, length, Long.toHexString(value));
    }

    static Field text(long offset, int length, String value) {
        return new Field(offset, length, '"' + value + '"');
    }
}
