package org.vinculum.qemu.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.qemu.tree.TreeOptions.Lines;
import org.vinculum.smmu.spec.register.Idr0;

class TreeOptionsTest {
    private static final Idr0 IDR0 = new Idr0(0x0d4c_101b);

    @Test
    void anSmmuWithoutErrataIsOrdinary() {
        assertThat(TreeOptions.of(Set.of(), IDR0)).isEqualTo(TreeOptions.ORDINARY);
    }

    @ParameterizedTest
    @CsvSource({"0x0d4c101b, false, false", "0x0d4c301b, true, false", "0x0d4c141b, false, true"})
    void whatAnSmmuCanIsSaid(int idr0, boolean messages, boolean requests) {
        TreeOptions options = TreeOptions.of(Set.of(), new Idr0(idr0));

        assertThat(options.messages()).isEqualTo(messages);
        assertThat(options.translationRequests()).isEqualTo(requests);
    }

    @Test
    void aDriverIsToldNotToPrefetch() {
        assertThat(TreeOptions.of(Set.of(Erratum.PREFETCH_BREAKS), IDR0).quirks())
                .containsExactly("hisilicon,broken-prefetch-cmd");
    }

    @Test
    void aDriverIsToldThatThereIsNoPage1() {
        assertThat(TreeOptions.of(Set.of(Erratum.INDEXES_ON_PAGE_0), IDR0).quirks())
                .containsExactly("cavium,cn9900-broken-page1-regspace");
    }

    @Test
    void whereEverythingComesOnOneLineTheTreeHasOne() {
        assertThat(TreeOptions.of(Set.of(Erratum.ONE_INTERRUPT), IDR0).lines())
                .isEqualTo(Lines.COMBINED);
    }
}
