package org.vinculum.smmu.spec.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;

class CommandTest {
    private static final Substream SUBSTREAM = new Substream(true, 0x12345);

    private static void same(long word0, long word1, Command command) {
        Words entry = Words.of(word0, word1);

        assertThat(Command.decode(entry)).isEqualTo(command);
        assertThat(command.encode()).isEqualTo(entry);
    }

    @Test
    void prefetchConfigNamesStreamAndSubstreamInTheFirstWord() {
        same(0x0000_0042_1234_5801L, 0, new PrefetchConfig(0x42, SUBSTREAM));
        same(0xffff_ffff_0000_0001L, 0, new PrefetchConfig(-1, Substream.NONE));
    }

    @Test
    void prefetchAddrHasSizeStrideAndAddressInTheSecondWord() {
        same(
                0x0000_0042_1234_5802L,
                0x0000_8765_4321_0923L,
                new PrefetchAddr(0x42, SUBSTREAM, 3, 9, true, 0x0000_8765_4321_0000L));
    }

    @Test
    void cfgiSteHasLeafInTheSecondWord() {
        same(0x0000_0042_0000_0003L, 1, new CfgiSte(0x42, true));
        same(0x8000_0000_0000_0003L, 0, new CfgiSte(0x8000_0000, false));
    }

    @Test
    void cfgiSteRangeTakesItsStreamFromTheFirstWordAndItsRangeFromTheSecond() {
        same(0x0000_0042_0000_0004L, 0x1f, new CfgiSteRange(0x42, 31));
    }

    @Test
    void cfgiCdDoesNotLookAtSsv() {
        same(0x0000_0042_1234_5005L, 1, new CfgiCd(0x42, 0x12345, true));
        assertThat(Command.decode(0x0000_0042_1234_5805L, 1))
                .isEqualTo(new CfgiCd(0x42, 0x12345, true));
    }

    @Test
    void cfgiCdAllNamesAStream() {
        same(0x0000_0042_0000_0006L, 0, new CfgiCdAll(0x42));
    }

    @Test
    void cfgiVmsPidmNamesAVmid() {
        same(0x0000_beef_0000_0007L, 0, new CfgiVmsPidm(0xbeef));
    }

    @Test
    void resumeHasActionInTheFirstWordAndStagInTheSecond() {
        same(0x0000_0042_0000_1044L, 0xcafe, new Resume(0x42, true, false, 0xcafe));
        same(0x0000_0042_0000_2044L, 0xcafe, new Resume(0x42, false, true, 0xcafe));
    }

    @Test
    void stallTermNamesAStream() {
        same(0x0000_0042_0000_0045L, 0, new StallTerm(0x42));
    }

    @Test
    void syncSignalsByMsi() {
        same(
                0xdead_beef_0fc0_1046L,
                0x00ff_0000_0808_0044L,
                new Sync(1, 3, 0xf, 0xdead_beef, 0x00ff_0000_0808_0044L));
        same(0x3046, 0, new Sync(3, 0, 0, 0, 0));
    }

    @Test
    void atcInvMayReachAllPasids() {
        same(
                0x0000_0042_1234_5a40L,
                0x7fff_f000_0000_0034L,
                new AtcInv(0x42, SUBSTREAM, true, 52, 0x7fff_f000_0000_0000L));
    }

    @Test
    void priRespHasGroupAndAnswerInTheSecondWord() {
        same(0x0000_0042_1234_5841L, 0x21ff, new PriResp(0x42, SUBSTREAM, 0x1ff, 2));
        same(0x0000_0042_0000_0041L, 0x3000, new PriResp(0x42, Substream.NONE, 0, 3));
    }

    @Test
    void dptiCommandsAreKnown() {
        same(0x70, 0, new DptiAll());
        same(0x1234_0000_0000_0073L, 0x5678, new DptiPa(Words.of(0x1234_0000_0000_0073L, 0x5678)));
    }

    @Test
    void aComponentThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CfgiSteRange(0, 32).encode())
                .withMessage("0x20 does not fit in [68:64]");
        assertThatIllegalArgumentException().isThrownBy(() -> new TlbiNhAll(0x1_0000).encode());
    }

    @Test
    void anEntryHasTwoWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.decode(Words.of(0x46)));
    }
}
