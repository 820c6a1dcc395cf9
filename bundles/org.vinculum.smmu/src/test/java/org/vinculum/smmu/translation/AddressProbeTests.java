package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.control.Control;

/// What address translation operations leave in ATOS_PAR (IHI 0070, 9.1 and 6.3.40): bit 0 a fault, its code from bit 4,
/// its reason from bit 1.
class AddressProbeTests {
    private static final int STAGE_1 = 1;
    private static final int STAGE_2 = 2;
    private static final int BOTH = 3;
    private static final long WRITE_BACK_INNER = 0xff00_0000_0000_0300L;
    private static final long INV_STAGE = 0xfe1;
    private static final int CD = 1 << 1;
    private static final int TABLE = 2 << 1;
    private static final int INPUT = 3 << 1;

    private final NestedBed nested = new NestedBed();
    private final Bed bed = nested.bed;

    @AfterEach
    void nothingIsEverRecorded() {
        assertThat(bed.events).isEmpty();
    }

    private long probe(long address, int stages) {
        return probe(NestedBed.STREAM, -1, address, stages);
    }

    private long probe(int stream, int substream, long address, int stages) {
        return bed.engine.probe(stream, substream, address, Access.READ, stages, true);
    }

    private static long fault(int code, int reason, long address) {
        return 1 | (long) code << 4 | reason | address;
    }

    @Test
    void eachStageIsToldAloneAndBothTogether() {
        assertThat(probe(0, STAGE_1)).isEqualTo(WRITE_BACK_INNER | NestedBed.IPA);
        assertThat(probe(NestedBed.IPA, STAGE_2)).isEqualTo(WRITE_BACK_INNER | NestedBed.PA);
        assertThat(probe(0, BOTH)).isEqualTo(WRITE_BACK_INNER | NestedBed.PA);
    }

    @Test
    void theSizeOfABlockIsItsLowestBit() {
        nested.entry(NestedBed.ONLY_1, 0);
        bed.words(0x21000, 0x60_0741);

        assertThat(probe(0x12_3000, STAGE_1)).isEqualTo(WRITE_BACK_INNER | 0x70_0800);
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "9, 2", "9, 3", "1, 1", "1, 3", "11, 2", "11, 3", "13, 1", "13, 3"})
    void aStageThatTheStreamLacksIsInvalid(int config, int stages) {
        nested.entry(config, 0);

        assertThat(probe(0, stages)).isEqualTo(INV_STAGE);
    }

    @Test
    void aStreamThatThereIsNotIsNamedEvenIfItIsNotRecorded() {
        bed.control.set(new Control(true, false, false, false, false, Bed.STREAMS, 4, 0, 0));

        assertThat(probe(16, -1, 0, BOTH)).isEqualTo(fault(0x02, 0, 0));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "0x1140, 0x0, 0x04, C_BAD_STE",
        "0x2000, 0x0, 0x0a, C_BAD_CD",
        "0x22000, 0x0, 0x10, F_TRANSLATION",
        "0x22000, 0x0000800000070743, 0x11, F_ADDR_SIZE",
        "0x22000, 0x70343, 0x12, F_ACCESS",
        "0x22000, 0x70703, 0x13, F_PERMISSION"
    })
    void aFaultOfStage1HasNoReason(String at, String word, String code, String what) {
        bed.words(Long.decode(at), Long.decode(word));

        assertThat(probe(0, BOTH)).as(what).isEqualTo(fault(Integer.decode(code), 0, 0));
        assertThat(probe(0, STAGE_1)).as(what).isEqualTo(fault(Integer.decode(code), 0, 0));
    }

    @Test
    void aFaultOfStage2TellsWhatItWasForAndItsAddress() {
        nested.stage2(NestedBed.IPA, 0);
        assertThat(probe(0x0, BOTH)).isEqualTo(fault(0x10, INPUT, NestedBed.IPA));

        nested.stage2(0x21000, 0);
        assertThat(probe(0x0, BOTH)).isEqualTo(fault(0x10, TABLE, 0x21000));

        nested.stage2(0x2000, 0);
        assertThat(probe(0x0, BOTH)).isEqualTo(fault(0x10, CD, 0x2000));
    }

    @Test
    void askedForStage1AloneItIsAnAbort() {
        nested.stage2(NestedBed.IPA, 0);
        assertThat(probe(0x0, STAGE_1)).isEqualTo(WRITE_BACK_INNER | NestedBed.IPA);

        nested.stage2(0x21000, 0);
        assertThat(probe(0x0, STAGE_1)).isEqualTo(fault(0x0b, 0, 0));

        nested.stage2(0x2000, 0);
        assertThat(probe(0x0, STAGE_1)).isEqualTo(fault(0x09, 0, 0));
    }

    @Test
    void askedForStage2AloneTheAddressIsNotRepeated() {
        nested.stage2(NestedBed.IPA, 0);

        assertThat(probe(NestedBed.IPA, STAGE_2)).isEqualTo(fault(0x10, INPUT, 0));
    }

    @Test
    void anAbortOfStage2TellsWhatItWasForOnly() {
        bed.words(0x11000, 0x200_0003);

        assertThat(probe(NestedBed.IPA, STAGE_2)).isEqualTo(fault(0x0b, INPUT, 0));
        assertThat(probe(0, BOTH)).isEqualTo(fault(0x0b, CD, 0));
    }

    @Test
    void aStageThatIsSkippedLeavesTheAddress() {
        nested.substreams(NestedBed.BOTH, 1, 0);

        assertThat(probe(NestedBed.IPA, STAGE_1) & 0xf_ffff_ffff_f001L).isEqualTo(NestedBed.IPA);
        assertThat(probe(NestedBed.IPA, BOTH)).isEqualTo(WRITE_BACK_INNER | NestedBed.PA);
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "15, 1", "15, 3"})
    void aStageThatIsSkippedStillHasAddressSizes(int config, int stages) {
        nested.substreams(config, 1, 0);

        assertThat(probe(1L << 52, stages)).isEqualTo(fault(0x11, 0, 0));
    }

    @Test
    void substreamsAreCheckedAsForTransactions() {
        nested.substreams(NestedBed.BOTH, 2, 0);

        assertThat(probe(NestedBed.STREAM, 2, 0, BOTH)).isEqualTo(fault(0x08, 0, 0));
        assertThat(probe(NestedBed.STREAM, 0, 0, BOTH)).isEqualTo(fault(0x06, 0, 0));
        assertThat(probe(0, BOTH)).isEqualTo(WRITE_BACK_INNER | NestedBed.PA);
    }

    @Test
    void overridesOfTheStreamDoNotCount() {
        nested.stage1(0, NestedBed.IPA | NestedBed.STAGE_1_PAGE & ~0x40);
        nested.entry(NestedBed.BOTH, 3L << 48);

        assertThat(probe(0, BOTH)).isEqualTo(fault(0x13, 0, 0));
    }
}
