package org.vinculum.smmu.spec.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Descriptors as Linux writes them, and what they say.
class DescriptorTest {
    @Test
    void aPageOfStageOne() {
        long page = 0x0060_0000_8765_4f53L;

        assertThat(Descriptor.VALID.isSet(page)).isTrue();
        assertThat(Descriptor.TABLE_OR_PAGE.isSet(page)).isTrue();
        assertThat(Stage1Leaf.ATTRINDX.get(page)).isEqualTo(4);
        assertThat(Stage1Leaf.AP.get(page)).isEqualTo(1);
        assertThat(Stage1Leaf.AP_1.isSet(page)).isTrue();
        assertThat(Stage1Leaf.AP_2.isSet(page)).isFalse();
        assertThat(Stage1Leaf.SH.get(page)).isEqualTo(3);
        assertThat(Stage1Leaf.AF.isSet(page)).isTrue();
        assertThat(Stage1Leaf.NG.isSet(page)).isTrue();
        assertThat(Stage1Leaf.PXN.isSet(page)).isTrue();
        assertThat(Stage1Leaf.UXN.isSet(page)).isTrue();
        assertThat(OutputAddress4K.PAGE.inPlace(page)).isEqualTo(0x8765_4000L);
    }

    @Test
    void aBlockOfStageOneThatIsDirtyManagedAndContiguous() {
        long block = 0x7818_0000_4001_04a1L;

        assertThat(Descriptor.TABLE_OR_PAGE.isSet(block)).isFalse();
        assertThat(Stage1Leaf.DBM.isSet(block)).isTrue();
        assertThat(Stage1Leaf.CONTIGUOUS.isSet(block)).isTrue();
        assertThat(Stage1Leaf.NT.isSet(block)).isTrue();
        assertThat(Stage1Leaf.NS.isSet(block)).isTrue();
        assertThat(Stage1Leaf.AP_2.isSet(block)).isTrue();
        assertThat(Stage1Leaf.PBHA.get(block)).isEqualTo(0xf);
        assertThat(OutputAddress4K.BLOCK_LEVEL_1.inPlace(block)).isEqualTo(0x4000_0000L);
    }

    @Test
    void aTableRestrictsWhatIsBelow() {
        long table = 0xf800_0000_8765_4403L;

        assertThat(Stage1Table.PXNTABLE.isSet(table)).isTrue();
        assertThat(Stage1Table.UXNTABLE.isSet(table)).isTrue();
        assertThat(Stage1Table.APTABLE.get(table)).isEqualTo(3);
        assertThat(Stage1Table.NSTABLE.isSet(table)).isTrue();
        assertThat(Stage1Table.AF.isSet(table)).isTrue();
        assertThat(OutputAddress4K.TABLE.inPlace(table)).isEqualTo(0x8765_4000L);
    }

    @Test
    void aPageOfStageTwo() {
        long page = 0x0040_0000_8765_47ffL;

        assertThat(Stage2Leaf.MEMATTR.get(page)).isEqualTo(0xf);
        assertThat(Stage2Leaf.S2AP.get(page)).isEqualTo(3);
        assertThat(Stage2Leaf.SH.get(page)).isEqualTo(3);
        assertThat(Stage2Leaf.AF.isSet(page)).isTrue();
        assertThat(Stage2Leaf.XN.get(page)).isEqualTo(2);
        assertThat(Stage2Leaf.DBM.isSet(page)).isFalse();
    }

    @Test
    void addressesOfEachGranule() {
        assertThat(OutputAddress16K.PAGE.inPlace(-1L)).isEqualTo(0x0000_ffff_ffff_c000L);
        assertThat(OutputAddress16K.BLOCK_LEVEL_2.inPlace(-1L)).isEqualTo(0x0000_ffff_fe00_0000L);
        assertThat(OutputAddress64K.PAGE.inPlace(-1L)).isEqualTo(0x0000_ffff_ffff_0000L);
        assertThat(OutputAddress64K.BLOCK_LEVEL_2.inPlace(-1L)).isEqualTo(0x0000_ffff_e000_0000L);
        assertThat(OutputAddress4K.BLOCK_LEVEL_2.inPlace(-1L)).isEqualTo(0x0000_ffff_ffe0_0000L);
    }

    @Test
    void addressesOf52Bits() {
        assertThat(OutputAddress4K.Bits52.PAGE.inPlace(-1L)).isEqualTo(0x0003_ffff_ffff_f000L);
        assertThat(OutputAddress4K.Bits52.BLOCK_LEVEL_0.inPlace(-1L))
                .isEqualTo(0x0003_ff80_0000_0000L);
        assertThat(OutputAddress16K.Bits52.BLOCK_LEVEL_1.inPlace(-1L))
                .isEqualTo(0x0003_fff0_0000_0000L);
        assertThat(OutputAddress16K.Bits52.OA_51_50.get(0x300)).isEqualTo(3);
        assertThat(OutputAddress64K.Bits52.OA_51_48.get(0xf000)).isEqualTo(0xf);
        assertThat(OutputAddress64K.Bits52.BLOCK_LEVEL_1.inPlace(-1L))
                .isEqualTo(0x0000_fc00_0000_0000L);
    }

    @Test
    void anIndexOfPermissionsIsInFourPlaces() {
        long page = 0x0068_0000_0000_0040L;

        assertThat(Stage1Leaf.Indirect.PIINDEX_0.isSet(page)).isTrue();
        assertThat(Stage1Leaf.Indirect.PIINDEX_1.isSet(page)).isTrue();
        assertThat(Stage1Leaf.Indirect.PIINDEX_2.isSet(page)).isTrue();
        assertThat(Stage1Leaf.Indirect.PIINDEX_3.isSet(page)).isTrue();
        assertThat(Stage2Leaf.Indirect.DIRTY.isSet(0x80L)).isTrue();
    }
}
