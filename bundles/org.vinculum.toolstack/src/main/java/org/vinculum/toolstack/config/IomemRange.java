package org.vinculum.toolstack.config;

import java.util.OptionalLong;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// An entry of `iomem`, `START,NUMBER[@GFN]` in hexadecimal pages of 4 KiB.
///
/// @param machine the host's pages, in bytes
/// @param guest where the guest sees them
public record IomemRange(AddressRange machine, AddressRange guest, Place place) {
    private static final int PAGE_SHIFT = 12;
    private static final long MOST_PAGES = 1L << (52 - PAGE_SHIFT);

    static IomemRange parse(String text, Place place) {
        int comma = text.indexOf(',');
        int at = text.indexOf('@');
        int end = at < 0 ? text.length() : at;
        if (comma < 0 || comma > end) {
            throw malformed(text, place);
        }
        long start = pages(text.substring(0, comma), text, place);
        long count = pages(text.substring(comma + 1, end), text, place);
        long frame = at < 0 ? start : pages(text.substring(at + 1), text, place);
        return new IomemRange(range(start, count), range(frame, count), place);
    }

    /// Where the guest sees a machine address, if this range covers it.
    public OptionalLong translate(long address) {
        return machine.contains(new Address(address))
                ? OptionalLong.of(address - machine.start().value() + guest.start().value())
                : OptionalLong.empty();
    }

    private static AddressRange range(long page, long count) {
        return AddressRange.of(page << PAGE_SHIFT, count << PAGE_SHIFT);
    }

    private static long pages(String digits, String text, Place place) {
        OptionalLong value = Numbers.parseHex(digits.strip());
        if (value.isEmpty() || value.getAsLong() > MOST_PAGES) {
            throw malformed(text, place);
        }
        return value.getAsLong();
    }

    private static RuntimeException malformed(String text, Place place) {
        return place.error("START,NUMBER[@GFN] in hexadecimal pages", "'" + text + "'");
    }
}
