package org.vinculum.qemu.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.qemu.tree.TreeOptions.Lines;

class TreeOptionsTest {
    @Test
    void anSmmuWithoutErrataIsOrdinary() {
        assertThat(TreeOptions.of(Set.of(), false)).isEqualTo(TreeOptions.ORDINARY);
    }

    @Test
    void aDriverIsToldNotToPrefetch() {
        assertThat(TreeOptions.of(Set.of(Erratum.PREFETCH_BREAKS), true))
                .isEqualTo(
                        new TreeOptions(
                                Lines.SEPARATE, true, List.of("hisilicon,broken-prefetch-cmd")));
    }

    @Test
    void aDriverIsToldThatThereIsNoPage1() {
        assertThat(TreeOptions.of(Set.of(Erratum.INDEXES_ON_PAGE_0), false).quirks())
                .containsExactly("cavium,cn9900-broken-page1-regspace");
    }

    @Test
    void whereEverythingComesOnOneLineTheTreeHasOne() {
        assertThat(TreeOptions.of(Set.of(Erratum.ONE_INTERRUPT), false))
                .isEqualTo(new TreeOptions(Lines.COMBINED, false, List.of()));
    }
}
