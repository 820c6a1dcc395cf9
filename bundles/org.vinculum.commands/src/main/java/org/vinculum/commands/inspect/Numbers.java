package org.vinculum.commands.inspect;

import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Master;
import org.vinculum.memory.AddressRange;

/// Numbers as a firmware engineer reads them.
final class Numbers {
    private static final String[] UNITS = {" bytes", " KiB", " MiB", " GiB"};

    private Numbers() {}

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// `0x10-0x1f`, `0x10` alone, or what a length of 0 means.
    static String run(long first, long length) {
        if (length == 0) {
            return hex(first) + " (length 0, matches nothing)";
        }
        return length == 1 ? hex(first) : hex(first) + "-" + hex(first + length - 1);
    }

    /// Cells as source text writes them, decimal where small: `<0 74 1>`.
    static String cells(List<Integer> cells) {
        StringBuilder text = new StringBuilder("<");
        for (int cell : cells) {
            text.append(text.length() == 1 ? "" : " ");
            text.append(
                    cell >= 0 && cell < 1 << 16
                            ? Integer.toString(cell)
                            : hex(cell & 0xffff_ffffL));
        }
        return text.append('>').toString();
    }

    /// An ACPI interrupt as tables and kernels number it: `GSIV 260`.
    static String gsiv(List<Integer> specifier) {
        return "GSIV " + Integer.toUnsignedString(specifier.getFirst());
    }

    /// `<3>, <4>`; says so when the IOMMU has no IDs.
    static String specifiers(List<Master.ForeignUse> uses) {
        StringBuilder text = new StringBuilder();
        for (Master.ForeignUse use : uses) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(use.specifier().isEmpty() ? "no ID" : cells(use.specifier()));
        }
        return text.toString();
    }

    /// `0x4f000000, 128 KiB`.
    static String registers(Optional<AddressRange> registers) {
        return registers.map(Numbers::range).orElse("none");
    }

    /// `0x80000000, 8 MiB`.
    static String range(AddressRange range) {
        return range.start() + ", " + size(range.size());
    }

    private static String size(long bytes) {
        int unit = 0;
        long size = bytes;
        while (size != 0 && (size & 1023) == 0 && unit < UNITS.length - 1) {
            size >>>= 10;
            unit++;
        }
        return unit == 0 ? hex(size) + UNITS[0] : size + UNITS[unit];
    }
}
