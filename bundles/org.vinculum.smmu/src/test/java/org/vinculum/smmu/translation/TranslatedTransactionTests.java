package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.iommu.Access.READ;
import static org.vinculum.iommu.Access.WRITE;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.spec.Words;

/// Transactions that bring the answer to a translation request (IHI 0070, 3.9.1.3).
class TranslatedTransactionTests {
    private static final int F_TRANSL_FORBIDDEN = 0x07;
    private static final int NO_EVENT = -1;

    private final NestedBed nested = new NestedBed();
    private final Bed bed = nested.bed;

    private void assertForbidden() {
        assertThat(nested.translated(0x12345, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(F_TRANSL_FORBIDDEN);
    }

    @Test
    void withFullAtsTheyPass() {
        assertThat(nested.translated(0x12345, WRITE)).isEqualTo(0x12345);
    }

    @Test
    void withSplitStagesTheyGoThroughStage2() {
        nested.entry(NestedBed.BOTH, NestedBed.SPLIT_ATS);

        assertThat(nested.translated(0x70123, WRITE)).isEqualTo(0x50123);
    }

    @Test
    void whatStage2DoesNotMapIsAFault() {
        nested.entry(NestedBed.BOTH, NestedBed.SPLIT_ATS);
        nested.stage2(NestedBed.IPA, 0);

        assertThat(nested.translated(0x70123, WRITE)).isEqualTo(Outcome.ABORT);

        Words record = bed.events.getFirst().encode();
        assertThat(record.word(0)).isEqualTo(0x0000_0005_0000_0010L);
        assertThat(record.word(1)).isEqualTo(0x0000_0280_0000_0000L);
        assertThat(record.word(2)).isEqualTo(0x70123);
        assertThat(record.word(3)).isEqualTo(0x70000);
    }

    @Test
    void withoutChecksTheyPassWhateverTheStreamIs() {
        nested.checks(false);
        nested.entry(1, 0);

        assertThat(nested.translated(0x12345, READ)).isEqualTo(0x12345);
    }

    @Test
    void withoutAtsTheyAreForbidden() {
        nested.entry(NestedBed.BOTH, 0);

        assertThat(nested.translated(0xffff_0000_1234_5678L, WRITE)).isEqualTo(Outcome.ABORT);

        Words record = bed.events.getFirst().encode();
        assertThat(record.word(0)).isEqualTo(0x0000_0005_0000_0007L);
        assertThat(record.word(1)).isZero();
        assertThat(record.word(2)).isEqualTo(0xffff_0000_1234_5678L);
    }

    @Test
    void aStreamThatBypassesForbidsThem() {
        nested.entry(NestedBed.BYPASS, NestedBed.FULL_ATS);

        assertForbidden();
    }

    @Test
    void whileTranslationIsOffTheyAreForbidden() {
        nested.control(false, true);

        assertForbidden();
    }

    @Test
    void aStreamThatAbortsIsSilent() {
        nested.entry(1, NestedBed.FULL_ATS);

        assertThat(nested.translated(0x12345, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }

    @Test
    void anAddressThatIsNoneAbortsSilently() {
        assertThat(nested.translated(1L << 52, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }
}
