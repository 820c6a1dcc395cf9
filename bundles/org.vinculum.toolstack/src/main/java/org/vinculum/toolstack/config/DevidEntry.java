package org.vinculum.toolstack.config;

import java.util.OptionalLong;

/// An entry of `iommu_devid_map`, `PMASTER_ID[@VMASTER_ID],IOMMU_BASE`.
///
/// @param psid the stream ID on the host, not yet known to be one
/// @param vsid the ID the guest shall see; empty when the entry only says that the stream is the guest's
/// @param base CPU address of the physical IOMMU's registers
public record DevidEntry(long psid, OptionalLong vsid, long base, Place place) {
    static DevidEntry parse(String text, Place place) {
        int comma = text.indexOf(',');
        int at = text.indexOf('@');
        int end = at < 0 ? comma : at;
        if (comma < 0 || end > comma) {
            throw malformed(text, place);
        }
        long psid = number(text.substring(0, end), text, place);
        OptionalLong vsid =
                at < 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(number(text.substring(at + 1, comma), text, place));
        return new DevidEntry(psid, vsid, number(text.substring(comma + 1), text, place), place);
    }

    private static long number(String digits, String text, Place place) {
        OptionalLong value = Numbers.parse(digits.strip());
        if (value.isEmpty()) {
            throw malformed(text, place);
        }
        return value.getAsLong();
    }

    private static RuntimeException malformed(String text, Place place) {
        return place.error(
                "PMASTER_ID[@VMASTER_ID],IOMMU_BASE such as 0x10@0x1,0x4f000000", "'" + text + "'");
    }
}
