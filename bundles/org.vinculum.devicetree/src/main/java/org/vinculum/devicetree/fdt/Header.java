package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

/// The header of a blob (DTSpec 0.4, 5.2), every number checked against the file before anybody uses it.
///
/// @param totalSize bytes of the blob; a file may hold more, never less
/// @param structSize bytes of the structure block; version 16 does not say, there it reaches to the next block
record Header(
        int totalSize,
        int structOffset,
        int stringsOffset,
        int reservationsOffset,
        int version,
        int lastCompatible,
        int bootCpu,
        int stringsSize,
        int structSize) {
    static final int MAGIC = 0xd00dfeed;

    /// The version this reader knows; a later one is fine as long as it says it is compatible with this.
    static final int VERSION = 17;

    /// The first version with this layout of the structure block, and what writers give as compatible.
    static final int FIRST_VERSION = 16;

    /// Bytes of the header in version 17; version 16 ends before `size_dt_struct`.
    static final int SIZE = 40;

    private static final int SIZE_16 = 36;

    /// @throws org.vinculum.firmware.UnreadableInputException when a field is impossible
    static Header read(Blob blob) {
        if (blob.length() < SIZE_16) {
            throw blob.fault(
                    blob.length(),
                    "a header of " + SIZE + " bytes",
                    "the end of the file after " + blob.length());
        }
        if (blob.u32(0) != MAGIC) {
            throw blob.fault(0, "the magic number 0xd00dfeed", hex(blob.u32(0) & 0xffff_ffffL));
        }
        var fields = new HeaderFields(blob);
        int version = fields.version();
        int totalSize = fields.totalSize(version == FIRST_VERSION ? SIZE_16 : SIZE);
        int strings = fields.offset(HeaderFields.OFF_DT_STRINGS, 1);
        int struct = fields.offset(HeaderFields.OFF_DT_STRUCT, 4);
        int reservations = fields.offset(HeaderFields.OFF_MEM_RSVMAP, 8);
        return new Header(
                totalSize,
                struct,
                strings,
                reservations,
                version,
                blob.u32(HeaderFields.LAST_COMP_VERSION),
                blob.u32(HeaderFields.BOOT_CPUID_PHYS),
                fields.size(HeaderFields.SIZE_DT_STRINGS, strings),
                version == FIRST_VERSION
                        ? upToNext(struct, totalSize, strings, reservations)
                        : fields.size(HeaderFields.SIZE_DT_STRUCT, struct));
    }

    /// Where the first byte after the header is.
    int headerSize() {
        return version == FIRST_VERSION ? SIZE_16 : SIZE;
    }

    int structEnd() {
        return structOffset + structSize;
    }

    int stringsEnd() {
        return stringsOffset + stringsSize;
    }

    private static int upToNext(int start, int end, int... others) {
        int next = end;
        for (int other : others) {
            if (other > start && other < next) {
                next = other;
            }
        }
        return next - start;
    }
}
