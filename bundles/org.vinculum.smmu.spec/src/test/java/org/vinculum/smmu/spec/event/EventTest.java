package org.vinculum.smmu.spec.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

class EventTest {
    private static final Substream SUBSTREAM = new Substream(true, 0x12345);
    private static final AccessKind ALL = new AccessKind(true, true, true);
    private static final long ADDRESS = 0xff00_8000_1234_5678L;

    private static void same(long word0, long word1, long word2, long word3, Event event) {
        Words record = Words.of(word0, word1, word2, word3);

        assertThat(Event.decode(record)).isEqualTo(event);
        assertThat(event.encode()).isEqualTo(record);
    }

    @Test
    void uut() {
        same(
                0x0000_0042_1234_5801L,
                0x0000_000e_0000_abcdL,
                ADDRESS,
                0,
                new FUut(0x42, SUBSTREAM, 0xabcd, ALL, ADDRESS));
    }

    @Test
    void configurationErrorsSayStreamAndSubstream() {
        same(0x0000_0042_1234_5802L, 0, 0, 0, new CBadStreamid(0x42, SUBSTREAM));
        same(0x0000_0042_1234_5804L, 0, 0, 0, new CBadSte(0x42, SUBSTREAM));
        same(0x0000_0042_1234_580aL, 0, 0, 0, new CBadCd(0x42, SUBSTREAM));
        same(0xffff_ffff_0000_0004L, 0, 0, 0, new CBadSte(-1, Substream.NONE));
    }

    @Test
    void abortedFetchesSayWhatWasFetched() {
        var abort = new FetchAbort(0xabcd, true, 0x00fe_dcba_9876_5438L);

        same(
                0x0000_0042_1234_5803L,
                0x1_abcd,
                0,
                0x00fe_dcba_9876_5438L,
                new FSteFetch(0x42, SUBSTREAM, abort));
        same(
                0x0000_0042_1234_5809L,
                0x1_abcd,
                0,
                0x00fe_dcba_9876_5438L,
                new FCdFetch(0x42, SUBSTREAM, abort));
        same(
                0x0000_0042_1234_5825L,
                0x1_abcd,
                0,
                0x00fe_dcba_9876_5438L,
                new FVmsFetch(0x42, SUBSTREAM, abort));
    }

    @Test
    void badAtsTreqSaysWhatWasAskedFor() {
        same(
                0x0000_0042_1234_5805L,
                0xa000_000fL,
                0xff00_8000_1234_5000L,
                0,
                new FBadAtsTreq(
                        0x42, SUBSTREAM, 0xf, false, true, false, true, 0xff00_8000_1234_5000L));
        same(
                0x05,
                0x5000_0000L,
                0,
                0,
                new FBadAtsTreq(0, Substream.NONE, 0, true, false, true, false, 0));
    }

    @Test
    void streamDisabledSaysTheStreamAlone() {
        same(0x0000_0042_0000_0006L, 0, 0, 0, new FStreamDisabled(0x42));
    }

    @Test
    void translForbiddenSaysTheAddress() {
        same(
                0x0000_0042_0000_0007L,
                0x8_0000_0000L,
                ADDRESS,
                0,
                new FTranslForbidden(0x42, true, ADDRESS));
    }

    @Test
    void badSubstreamidHasNoSsv() {
        same(0x0000_0042_1234_5008L, 0, 0, 0, new CBadSubstreamid(0x42, 0x12345));
    }

    @Test
    void walkEabtSaysWhichDescriptorAtWhichStage() {
        same(
                0x0000_0042_1234_580bL,
                0x0000_0188_0000_abcdL,
                ADDRESS,
                0x0000_dcba_9876_5438L,
                new FWalkEabt(
                        0x42,
                        SUBSTREAM,
                        new FetchAbort(0xabcd, false, 0x0000_dcba_9876_5438L),
                        new AccessKind(false, false, true),
                        new FaultOrigin(false, true, 1),
                        ADDRESS));
    }

    @Test
    void aFaultOfStage1ThatEndsItsTransaction() {
        var fault =
                TranslationFault.terminated(
                        new AccessKind(true, false, false),
                        new FaultOrigin(false, false, 2),
                        ADDRESS,
                        0);

        same(
                0x0000_0042_0000_0010L,
                0x0000_0202_0000_0000L,
                ADDRESS,
                0,
                new FTranslation(0x42, Substream.NONE, fault));
    }

    @Test
    void aFaultOfStage2ThatStallsItsTransaction() {
        var fault =
                TranslationFault.stalled(
                        0xcafe,
                        new AccessKind(false, true, true),
                        new FaultOrigin(false, true, 2),
                        ADDRESS,
                        0xa_bcde_f123L);
        long word1 = 0x0000_028c_8000_cafeL;
        long ipa = 0x0000_000a_bcde_f000L;

        assertThat(new FAddrSize(0x42, SUBSTREAM, fault).encode())
                .isEqualTo(Words.of(0x0000_0042_1234_5811L, word1, ADDRESS, ipa));
        assertThat(new FAccess(0x42, SUBSTREAM, fault).encode())
                .isEqualTo(Words.of(0x0000_0042_1234_5812L, word1, ADDRESS, ipa));
    }

    @Test
    void everyBitOfAPermissionFaultHasItsPlace() {
        var fault =
                new TranslationFault(
                        0xcafe,
                        true,
                        ALL,
                        new FaultOrigin(true, true, 3),
                        0x1d0f,
                        ADDRESS,
                        0x00fe_dcba_9876_5000L);

        same(
                0x0000_0042_1234_5813L,
                0x1d0f_3fce_8000_cafeL,
                ADDRESS,
                0x00fe_dcba_9876_5000L,
                new FPermission(0x42, SUBSTREAM, fault, true, true, true, true));
        same(
                0x13,
                0x0000_1400_0000_0000L,
                0,
                0,
                new FPermission(
                        0,
                        Substream.NONE,
                        TranslationFault.terminated(
                                new AccessKind(false, false, false),
                                new FaultOrigin(false, false, 0),
                                0,
                                0),
                        true,
                        false,
                        true,
                        false));
    }

    @Test
    void tlbConflictHasAReasonOf32Bits() {
        same(
                0x0000_0042_1234_5820L,
                0x0000_00ca_8765_4321L,
                ADDRESS,
                0x0000_000a_bcde_f000L,
                new FTlbConflict(
                        0x42,
                        SUBSTREAM,
                        0x8765_4321,
                        new AccessKind(true, false, true),
                        true,
                        true,
                        ADDRESS,
                        0x0000_000a_bcde_f000L));
    }

    @Test
    void cfgConflictHasAReasonOf32Bits() {
        same(
                0x0000_0042_1234_5821L,
                0x8765_4321L,
                0,
                0,
                new FCfgConflict(0x42, SUBSTREAM, 0x8765_4321));
    }

    @Test
    void pageRequestSaysWhatWillBeNeeded() {
        same(
                0x0000_0042_1234_5824L,
                0x000a_b0a8_0000_0000L,
                0xff00_8000_1234_5000L,
                0,
                new EPageRequest(
                        0x42,
                        SUBSTREAM,
                        false,
                        false,
                        true,
                        true,
                        false,
                        true,
                        0xab,
                        0xff00_8000_1234_5000L));
        same(
                0x24,
                0x0000_0046_0000_0000L,
                0,
                0,
                new EPageRequest(0, Substream.NONE, true, true, false, false, true, false, 0, 0));
    }
}
