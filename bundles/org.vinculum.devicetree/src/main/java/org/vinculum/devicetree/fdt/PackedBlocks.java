package org.vinculum.devicetree.fdt;

/// Puts the blocks of a blob, as they are, behind a header of version 17 without gaps.
final class PackedBlocks {
    private final byte[] source;
    private final int lastCompatible;
    private Bytes reservations;
    private Bytes struct;
    private Bytes strings;

    /// @param source a blob whose header has the boot CPU where all versions have it
    PackedBlocks(byte[] source, int lastCompatible) {
        this.source = source;
        this.lastCompatible = lastCompatible;
    }

    PackedBlocks reservations(int start, int end) {
        reservations = Bytes.between(source, start, end);
        return this;
    }

    PackedBlocks struct(int start, int size) {
        struct = new Bytes(source, start, size);
        return this;
    }

    PackedBlocks strings(int start, int size) {
        strings = new Bytes(source, start, size);
        return this;
    }

    byte[] bytes() {
        int structStart = Header.SIZE + reservations.length();
        int stringsStart = structStart + struct.length();
        Cells out = new Cells(stringsStart + strings.length());
        out.u32(Header.MAGIC);
        out.u32(out.bytes().length);
        out.u32(structStart);
        out.u32(stringsStart);
        out.u32(Header.SIZE);
        out.u32(Header.VERSION);
        out.u32(lastCompatible);
        out.u32(new Blob("", source).u32(HeaderFields.BOOT_CPUID_PHYS));
        out.u32(strings.length());
        out.u32(struct.length());
        out.bytes(reservations);
        out.bytes(struct);
        out.bytes(strings);
        return out.bytes();
    }
}
