package org.vinculum.acpi.iort.json;

/// Bits without a name.
final class Flags {
    private Flags() {}

    /// Reads the reserved bits of a field.
    ///
    /// @param known bits that have members of their own
    static int read(ObjectReader object, String name, int known) {
        return read(object, name, Integer.SIZE, known);
    }

    /// @param bits of the field
    static int read(ObjectReader object, String name, int bits, int known) {
        int value = (int) object.hex(name, bits, 0);
        if ((value & known) != 0) {
            throw object.mistake(
                    name, "no bits that have names, which are " + Hex.of(known & 0xffff_ffffL));
        }
        return value;
    }

    /// A bit, or none.
    static int bit(int bit, boolean set) {
        return set ? bit : 0;
    }
}
