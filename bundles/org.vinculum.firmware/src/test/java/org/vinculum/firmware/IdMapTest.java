package org.vinculum.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdMapTest {
    private static final IdMap.Entry FIRST = new IdMap.Entry(0x100, 0x10, "/smmu@1", 0x2000);
    private static final IdMap.Entry SECOND = new IdMap.Entry(0x108, 0x10, "/smmu@2", 0x3000);

    private static String through(IdMap map, long id) {
        return map.map(id)
                .map(m -> m.target() + " 0x" + Long.toHexString(m.id()))
                .orElse("unchanged");
    }

    @Test
    void anIdKeepsItsDistanceFromTheStartOfTheEntry() {
        assertThat(through(new IdMap(-1, List.of(FIRST)), 0x10f)).isEqualTo("/smmu@1 0x200f");
    }

    @Test
    void theFirstEntryThatMatchesWins() {
        var map = new IdMap(-1, List.of(FIRST, SECOND));

        assertThat(through(map, 0x108)).isEqualTo("/smmu@1 0x2008");
        assertThat(through(map, 0x110)).isEqualTo("/smmu@2 0x3008");
    }

    @Test
    void anIdThatNothingMatchesPassesUnchanged() {
        assertThat(through(new IdMap(-1, List.of(FIRST)), 0x110)).isEqualTo("unchanged");
    }

    @Test
    void theMaskIsAppliedBeforeTheLookUp() {
        assertThat(through(new IdMap(0x31f, List.of(FIRST)), 0xfde2)).isEqualTo("/smmu@1 0x2002");
    }

    @Test
    void anEntryUpToTheLastIdDoesNotWrap() {
        var last = new IdMap.Entry(0xffff_fff0L, 0x10, "/smmu@1", 0);

        assertThat(through(new IdMap(-1, List.of(last)), 0xffff_ffffL)).isEqualTo("/smmu@1 0xf");
        assertThat(through(new IdMap(-1, List.of(last)), 0)).isEqualTo("unchanged");
    }

    @Test
    void anEntryOfLengthZeroMatchesNothing() {
        var empty = new IdMap.Entry(0, 0, "/smmu@1", 0);

        assertThat(through(new IdMap(-1, List.of(empty)), 0)).isEqualTo("unchanged");
    }

    @Test
    void theSearchEndsAtAnEntryWithBitsThatTheMaskRemoves() {
        var outside = new IdMap.Entry(0x8, 0x10, "/smmu@1", 0);

        assertThat(through(new IdMap(0xf7, List.of(outside, SECOND)), 0x10)).isEqualTo("unchanged");
    }

    @Test
    void everyInputOfASingleEntryBecomesItsOneOutput() {
        var single = new IdMap.Entry(0, 1L << 32, "/smmu@1", 0x42, 0, true);

        assertThat(new IdMap(-1, List.of(single)).map(0xffff).orElseThrow().id()).isEqualTo(0x42);
        assertThat(single.outputLength()).isEqualTo(1);
    }
}
