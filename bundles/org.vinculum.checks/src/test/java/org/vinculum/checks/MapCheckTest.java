package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Platform;

class MapCheckTest {
    private static List<Finding> check(int mask, IdMap.Entry... entries) {
        IdMap map = new IdMap(mask, List.of(entries));
        Bus bus = new Bus("IORT:0x90", Optional.empty(), true, true, map, IdMap.NONE);
        return new MapCheck().check(new Platform("iort", List.of(), List.of(), List.of(bus)));
    }

    private static List<String> codes(int mask, IdMap.Entry... entries) {
        return check(mask, entries).stream().map(Finding::code).toList();
    }

    private static IdMap.Entry entry(long base, long length, long output) {
        return new IdMap.Entry(base, length, "IORT:0x30", output);
    }

    @Test
    void entriesThatTouchDoNotOverlap() {
        assertThat(codes(-1, entry(0x100, 0x100, 0), entry(0, 0x100, 0x1000))).isEmpty();
    }

    @Test
    void anEntryInsideALongerOneOverlapsItEvenWithOthersBetween() {
        assertThat(codes(-1, entry(0, 0x1000, 0), entry(0x900, 1, 0), entry(0x2000, 1, 0)))
                .containsExactly("map-overlap");
    }

    @Test
    void anEntryOfLengthZeroOverlapsNothing() {
        assertThat(codes(-1, entry(0, 0x1000, 0), entry(0x10, 0, 0)))
                .containsExactly("map-zero-length");
    }

    @Test
    void theLastIdOfAllDoesNotWrap() {
        assertThat(codes(-1, entry(0xffff_ff00L, 0x100, 0xffff_ff00L))).isEmpty();
        assertThat(codes(-1, entry(0xffff_ff00L, 0x101, 0))).containsExactly("map-wrap");
        assertThat(codes(-1, entry(0, 0x101, 0xffff_ff00L))).containsExactly("map-wrap");
    }

    @Test
    void aPlaceInIortIsTheNode() {
        assertThat(check(0xff, entry(0x100, 1, 0)))
                .extracting(Finding::place)
                .containsExactly("IORT:0x90");
    }

    @Test
    void aMapOfAMillionFaultsGivesAHundredFindings() {
        IdMap.Entry[] entries = new IdMap.Entry[100_000];
        java.util.Arrays.fill(entries, entry(0, 0, 0));

        assertThat(check(-1, entries)).hasSize(FindingCap.MOST);
    }
}
