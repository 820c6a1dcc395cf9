package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.iommu.Access.INSTRUCTION;
import static org.vinculum.iommu.Access.PRIVILEGED;
import static org.vinculum.iommu.Access.READ;
import static org.vinculum.iommu.Access.WRITE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.spec.Words;

/// Answers to ATS translation requests (IHI 0070, 3.9.1.2 and 13.6).
class TranslationRequestTests {
    private static final int F_BAD_ATS_TREQ = 0x05;
    private static final int NO_EVENT = -1;

    private final NestedBed nested = new NestedBed();
    private final Bed bed = nested.bed;

    @Test
    void theAnswerIsWhereBothStagesLead() {
        assertThat(nested.request(0x123, READ | WRITE)).isEqualTo(0x50123);

        assertThat(bed.outcome.permissions()).isEqualTo(READ | WRITE);
        assertThat(bed.outcome.size()).isEqualTo(0x1000);
    }

    @Test
    void withSplitStagesItIsWhereTheFirstLeads() {
        nested.entry(NestedBed.BOTH, NestedBed.SPLIT_ATS);

        assertThat(nested.request(0x123, READ)).isEqualTo(0x70123);
    }

    @Test
    void withSplitStagesASkippedFirstStageLeavesTheAddress() {
        nested.substreams(NestedBed.BOTH, 1, NestedBed.SPLIT_ATS);

        assertThat(nested.request(NestedBed.IPA, READ)).isEqualTo(NestedBed.IPA);
        assertThat(bed.outcome.size()).isEqualTo(0x1000);
    }

    @Test
    void withFullAtsASkippedFirstStageLeavesTheSecond() {
        nested.substreams(NestedBed.BOTH, 1, NestedBed.FULL_ATS);

        assertThat(nested.request(NestedBed.IPA, READ)).isEqualTo(NestedBed.PA);
    }

    @Test
    void whereTheOnlyStageIsSkippedEverythingIsWhereItIs() {
        nested.substreams(NestedBed.ONLY_1, 1, NestedBed.FULL_ATS);

        assertThat(nested.request(0x12345, READ | WRITE)).isEqualTo(0x12345);
        assertThat(bed.outcome.permissions() & (READ | WRITE)).isEqualTo(READ | WRITE);
    }

    @Test
    void aRequestWithASubstreamIsAnsweredWithItsContext() {
        nested.substreams(NestedBed.BOTH, 1, NestedBed.FULL_ATS);

        assertThat(nested.request(1, 0x123, READ)).isEqualTo(0x50123);
    }

    @Test
    void withoutAtsTheRequestIsBadAndRecorded() {
        nested.entry(NestedBed.BOTH, 0);

        assertThat(
                        nested.request(
                                1, 0xffff_0000_1234_5000L, READ | WRITE | INSTRUCTION | PRIVILEGED))
                .isEqualTo(Outcome.ABORT);

        Words record = bed.events.getFirst().encode();
        assertThat(record.word(0)).isEqualTo(0x0000_0005_0000_1805L);
        assertThat(record.word(1) & 0xf000_0000L).isEqualTo(0xf000_0000L);
        assertThat(record.word(2)).isEqualTo(0xffff_0000_1234_5000L);
    }

    @Test
    void splitStagesWithoutChecksAreNoAts() {
        nested.entry(NestedBed.BOTH, NestedBed.SPLIT_ATS);
        nested.checks(false);

        assertThat(nested.request(0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(F_BAD_ATS_TREQ);
    }

    @Test
    void aStreamThatBypassesHasNoAts() {
        nested.entry(NestedBed.BYPASS, NestedBed.FULL_ATS);

        assertThat(nested.request(0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(F_BAD_ATS_TREQ);
    }

    @Test
    void whileTranslationIsOffRequestsAreBad() {
        nested.control(false, true);

        assertThat(nested.request(0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(F_BAD_ATS_TREQ);
    }

    @Test
    void aStreamThatAbortsIsSilent() {
        nested.entry(1, NestedBed.FULL_ATS);

        assertThat(nested.request(0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }

    /// A word of RAM and what is put there.
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0x22000, 0x0, stage 1 F_TRANSLATION",
        "0x22000, 0x0000800000070743, stage 1 F_ADDR_SIZE",
        "0x22000, 0x70343, stage 1 F_ACCESS",
        "0x22000, 0x70703, no unprivileged access",
        "0x12380, 0x0, stage 2 F_TRANSLATION",
        "0x12380, 0x503ff, stage 2 F_ACCESS",
        "0x12380, 0x5073f, stage 2 permits nothing",
        "0x12010, 0x0, stage 2 fault on the context descriptor",
        "0x12100, 0x0, stage 2 fault on a stage 1 table"
    })
    void whatATransactionWouldFaultOnIsDenied(String at, String word, String what) {
        bed.words(Long.decode(at), Long.decode(word));

        assertThat(nested.request(0, READ)).as(what).isEqualTo(Outcome.DENIED);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0x1140, 0x0, C_BAD_STE",
        "0x2000, 0x0, C_BAD_CD",
        "0x12010, 0x20000007ff, F_CD_FETCH",
        "0x20000, 0x2000003, F_WALK_EABT"
    })
    void whatIsWrongInTablesAborts(String at, String word, String what) {
        bed.words(Long.decode(at), Long.decode(word));
        if (what.equals("F_WALK_EABT")) {
            nested.entry(NestedBed.ONLY_1, NestedBed.FULL_ATS);
        }

        assertThat(nested.request(0, READ)).as(what).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }

    @Test
    void aSubstreamThatThereIsNotAborts() {
        nested.substreams(NestedBed.BOTH, 0, NestedBed.FULL_ATS);

        assertThat(nested.request(2, 0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(nested.request(-1, 0, READ)).isEqualTo(Outcome.ABORT);
        assertThat(bed.event()).isEqualTo(NO_EVENT);
    }

    /// What stage 1 does not permit at all is not looked for at stage 2 (3.9.1.2).
    @Test
    void whatStage1DeniesIsDeniedThoughStage2CouldNotBeRead() {
        nested.stage1(0, 0x20_0000 | NestedBed.STAGE_1_PAGE & ~0x40);
        bed.words(0x11008, 0x2000003);

        assertThat(nested.request(0, READ)).isEqualTo(Outcome.DENIED);
    }
}
