package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

/// Reads the single fields of a header and checks what each must be (DTSpec 0.4, 5.2).
final class HeaderFields {
    static final int TOTALSIZE = 4;
    static final int OFF_DT_STRUCT = 8;
    static final int OFF_DT_STRINGS = 12;
    static final int OFF_MEM_RSVMAP = 16;
    static final int VERSION = 20;
    static final int LAST_COMP_VERSION = 24;
    static final int BOOT_CPUID_PHYS = 28;
    static final int SIZE_DT_STRINGS = 32;
    static final int SIZE_DT_STRUCT = 36;

    private final Blob blob;
    private long totalSize;
    private int headerSize;

    HeaderFields(Blob blob) {
        this.blob = blob;
    }

    int version() {
        long version = unsigned(VERSION);
        long lastCompatible = unsigned(LAST_COMP_VERSION);
        if (version < Header.FIRST_VERSION || version > Integer.MAX_VALUE) {
            throw blob.fault(VERSION, "version 16 or later", Long.toString(version));
        }
        if (lastCompatible > Header.VERSION) {
            throw blob.fault(
                    LAST_COMP_VERSION,
                    "compatibility with version 17",
                    "only with " + lastCompatible + " and later");
        }
        if (lastCompatible > version) {
            throw blob.fault(
                    LAST_COMP_VERSION,
                    "at most the version, " + version,
                    Long.toString(lastCompatible));
        }
        return (int) version;
    }

    int totalSize(int least) {
        headerSize = least;
        totalSize = unsigned(TOTALSIZE);
        if (totalSize < least) {
            throw blob.fault(
                    TOTALSIZE, "a total size of at least " + least + " bytes", hex(totalSize));
        }
        if (totalSize > blob.length()) {
            throw blob.fault(
                    TOTALSIZE,
                    "a total size of at most the file's " + hex(blob.length()) + " bytes",
                    hex(totalSize));
        }
        return (int) totalSize;
    }

    int offset(int field, int alignment) {
        long offset = unsigned(field);
        if (offset < headerSize || offset > totalSize) {
            throw blob.fault(
                    field,
                    "a block between the header and the total size " + hex(totalSize),
                    "one at " + hex(offset));
        }
        if (offset % alignment != 0) {
            throw blob.fault(field, "an offset aligned to " + alignment + " bytes", hex(offset));
        }
        return (int) offset;
    }

    int size(int field, int blockOffset) {
        long size = unsigned(field);
        if (blockOffset + size > totalSize) {
            throw blob.fault(
                    field,
                    "a block at " + hex(blockOffset) + " inside the total size " + hex(totalSize),
                    hex(size) + " bytes");
        }
        return (int) size;
    }

    private long unsigned(int field) {
        return blob.u32(field) & 0xffff_ffffL;
    }
}
