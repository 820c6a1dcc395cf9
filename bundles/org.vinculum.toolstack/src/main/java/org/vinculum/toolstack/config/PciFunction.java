package org.vinculum.toolstack.config;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vinculum.firmware.UnreadableInputException;

/// An entry of `pci`: `[DDDD:]BB:SS.F[@VSLOT]`, then options of xl that do not matter here (xl-pci-configuration(5)).
///
/// @param vslot the slot on the virtual bus that the user wants, 0 to 31
public record PciFunction(
        int segment, int bus, int slot, int function, OptionalInt vslot, Place place) {
    private static final int MOST_SLOT = 0x1f;

    static PciFunction parse(String text, Place place) {
        String bdf = null;
        String vslot = null;
        for (String option : text.split(",", -1)) {
            String word = option.strip();
            if (word.startsWith("vslot=")) {
                vslot = word.substring(6);
            } else if (word.startsWith("bdf=") || bdf == null && word.indexOf('=') < 0) {
                String value = word.startsWith("bdf=") ? word.substring(4) : word;
                int at = value.indexOf('@');
                bdf = at < 0 ? value : value.substring(0, at);
                vslot = at < 0 ? vslot : value.substring(at + 1);
            } else if (bdf != null && vslot == null && isHex(word)) {
                vslot = word;
            }
        }
        if (bdf == null) {
            throw malformed(text, place);
        }
        return parse(text, bdf, slotOf(vslot, text, place), place);
    }

    private static PciFunction parse(String text, String bdf, OptionalInt vslot, Place place) {
        int dot = bdf.lastIndexOf('.');
        int colon = bdf.lastIndexOf(':', dot);
        if (dot < 0 || colon < 0) {
            throw malformed(text, place);
        }
        int first = bdf.indexOf(':');
        String segment = first == colon ? "0" : bdf.substring(0, first);
        String bus = first == colon ? bdf.substring(0, colon) : bdf.substring(first + 1, colon);
        return new PciFunction(
                hex(segment, 0xffff, text, place),
                hex(bus, 0xff, text, place),
                hex(bdf.substring(colon + 1, dot), MOST_SLOT, text, place),
                hex(bdf.substring(dot + 1), 7, text, place),
                vslot,
                place);
    }

    /// The requester ID on its own segment: bus, device, function.
    public int rid() {
        return bus << 8 | slot << 3 | function;
    }

    /// The same function, wherever the user wants it.
    public boolean sameFunction(PciFunction other) {
        return segment == other.segment && rid() == other.rid();
    }

    /// The address as `lspci -D` prints it.
    public String address() {
        StringBuilder out = new StringBuilder(12);
        digits(out, segment, 4).append(':');
        digits(out, bus, 2).append(':');
        digits(out, slot, 2).append('.');
        return out.append(function).toString();
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        String hex = Integer.toHexString(value);
        return out.repeat('0', width - hex.length()).append(hex);
    }

    private static OptionalInt slotOf(String vslot, String text, Place place) {
        return vslot == null || vslot.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(hex(vslot, MOST_SLOT, text, place));
    }

    private static boolean isHex(String word) {
        return Numbers.parseHex(word).isPresent();
    }

    private static int hex(String digits, int most, String text, Place place) {
        OptionalLong value = Numbers.parseHex(digits);
        if (value.isEmpty() || value.getAsLong() > most) {
            throw malformed(text, place);
        }
        return (int) value.getAsLong();
    }

    private static UnreadableInputException malformed(String text, Place place) {
        return place.error(
                "a PCI function [DDDD:]BB:SS.F[@VSLOT] in hexadecimal", "'" + text + "'");
    }
}
