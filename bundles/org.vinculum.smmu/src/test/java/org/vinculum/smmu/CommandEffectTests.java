package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.fake.Machine;

class CommandEffectTests {
    private final Bench bench = Bench.of("smmuv3-3.3").started();

    private void assertAsks(long word0, long word1, String... asked) {
        assertThat(bench.command(word0, word1)).isZero();
        assertThat(bench.translation.takeAsked()).containsExactly(asked);
    }

    @Test
    void cfgiSteNamesItsStreamInTheUpperHalf() {
        assertAsks(0x8765_4321_0000_0003L, 1, "streams 0x87654321 0x1 true");
    }

    @Test
    void cfgiSteRangeStartsAtAMultipleOfItsLength() {
        assertAsks(0x0000_0047_0000_0004L, 3, "streams 0x40 0x10 false");
        assertAsks(0x8000_0001_0000_0004L, 30, "streams 0x80000000 0x80000000 false");
    }

    @Test
    void cfgiSteRangeOf31IsAll() {
        assertAsks(0x0000_0047_0000_0004L, 31, "all configuration");
    }

    @Test
    void cfgiCdNamesASubstream() {
        assertAsks(0x0000_0047_0000_3005L, 1, "substream 71 3 true");
        assertAsks(0x0000_0047_0000_0006L, 0, "substreams 71");
    }

    @Test
    void tlbiNhTakesVmidAndAsid() {
        assertAsks(0x0009_0007_0000_0010L, 0, "stage 1 of VMID 7");
        assertAsks(0x0009_0007_0000_0011L, 0, "ASID 7 9");
        assertAsks(
                0x0009_0007_0000_0012L,
                0xffff_0000_1234_5001L,
                "VA 7 9 0xffff000012345000 0xffff000012345fff true");
        assertAsks(0x0009_0007_0000_0013L, 0x1000, "VA 7 -1 0x1000 0x1fff false");
    }

    @Test
    void withoutStage2TheVmidIsIgnored() {
        var stage1 = Bench.withIdr0Flipped(1).started();

        stage1.command(0x0009_0007_0000_0011L, 0);

        assertThat(stage1.translation.takeAsked()).containsExactly("ASID 0 9");
    }

    @Test
    void el2TakesTheAsidOnlyWithHostExtensions() {
        assertAsks(0x0009_0000_0000_0022L, 0x1000, "VA -1 -1 0x1000 0x1fff false");
        bench.write(0x20, 0);
        bench.write(0x2c, 1);
        bench.write(0x20, 0xf);
        assertAsks(0x0009_0000_0000_0022L, 0x1000, "VA -1 9 0x1000 0x1fff false");
        assertAsks(0x0009_0000_0000_0021L, 0, "ASID -1 9");
        assertAsks(0x20, 0, "all EL2");
    }

    @Test
    void stage2GoesByVmidAndIpa() {
        assertAsks(0x0000_0007_0000_0028L, 0, "all of VMID 7");
        assertAsks(
                0x0000_0007_0000_002aL,
                0xfff0_0000_0000_1001L,
                "IPA 7 0xf0000000001000 0xf0000000001fff true");
        assertAsks(0x30, 0, "all non-hyp");
    }

    @Test
    void aRangeIsNumPlusOneTimesTwoToTheScaleGranules() {
        // NUM 2, SCALE 3, TG 64 KiB: 3 * 8 * 64 KiB
        assertAsks(0x0000_0007_0030_202aL, 0x10_0c00, "IPA 7 0x100000 0x27ffff false");
    }

    @Test
    void aRangeEndsAtTheTopOfTheAddresses() {
        assertAsks(
                0x0000_0000_03f1_f012L,
                0xffff_ffff_ffff_f400L,
                "VA 0 0 0xfffffffffffff000 0xffffffffffffffff false");
    }

    @Test
    void withoutLargeAddressesTheSixthBitOfScaleIsReserved() {
        var without = Bench.of("smmuv3-3.3", Map.of("IDR5", 0x75L)).started();

        without.command(0x0000_0000_0210_0012L, 0x400);

        assertThat(without.translation.takeAsked()).containsExactly("VA 0 0 0x0 0x1fff false");
    }

    @Test
    void prefetchAddrStridesOverItsAddresses() {
        // size 2^1, stride 2^(12+3)
        assertAsks(0x0000_0005_0000_0002L, 0x4061, "prefetch 5 -1 0x4000", "prefetch 5 -1 0xc000");
    }

    @Test
    void prefetchAddrDoesNoMoreThanOtherCommands() {
        bench.command(0x0000_0005_0000_0002L, 0x401f);

        assertThat(bench.translation.takeAsked()).hasSize(64);
    }

    @Test
    void nothingIsPrefetchedWhileTranslationIsOff() {
        bench.write(0x20, 0xc);

        assertAsks(0x0000_0005_0000_0001L, 0);
        assertAsks(0x0000_0005_0000_0002L, 0x4000);
    }

    @Test
    void atcInvGoesToTheDeviceAlignedToItsSize() {
        assertThat(bench.command(0x0000_0008_0000_3a40L, 0x1_f004)).isZero();
        assertThat(bench.command(0x0000_0008_0000_0040L, 52)).isZero();

        assertThat(bench.machine.takeDevices())
                .containsExactly(
                        "invalidate 8 3 0x10000 0x10000 true", "invalidate 8 -1 0x0 0x0 false");
    }

    @Test
    void nothingIsSaidToDevicesWhileTranslationIsOff() {
        bench.write(0x20, 0xc);

        assertThat(bench.command(0x0000_0008_0000_0040L, 52)).isZero();
        assertThat(bench.command(0x0000_0008_0000_0041L, 0x2000)).isZero();
        assertThat(bench.machine.takeDevices()).isEmpty();
    }

    @Test
    void priRespNamesGroupAndAnswer() {
        bench.command(0x0000_0008_0000_3841L, 0x2105);
        bench.command(0x0000_0008_0000_0041L, 0x0005);
        bench.command(0x0000_0008_0000_0041L, 0x1005);

        assertThat(bench.machine.takeDevices())
                .containsExactly(
                        "respond 8 3 261 SUCCESS",
                        "respond 8 -1 5 FAILURE",
                        "respond 8 -1 5 INVALID");
    }

    @Test
    void aSyncSignalsAsItIsAsked() {
        bench.command(0x46, 0);
        bench.command(0x1046, 0);
        bench.command(0x0000_abcd_0000_1046L, Machine.DOORBELL);
        bench.command(0x2046, 0);

        assertThat(bench.machine.takeInterrupts()).containsExactly("CMD_SYNC", "message 0xabcd");
    }

    @Test
    void aMessageThatNobodyTakesIsAGlobalErrorAndTheSyncIsDone() {
        assertThat(bench.command(0x0000_abcd_0000_1046L, 0x1000)).isZero();

        assertThat(bench.read(0x60)).isEqualTo(1 << 4);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");
    }

    @Test
    void anInvalidationThatADeviceDoesNotAnswerStopsTheNextSync() {
        bench.machine.devicesAnswer = false;

        assertThat(bench.command(0x0000_0008_0000_0040L, 52)).isZero();
        assertThat(bench.command(0x1046, 0)).isEqualTo(3);
        assertThat(bench.machine.takeInterrupts()).containsExactly("GERROR");

        bench.write(0x64, 1);
        bench.run();
        assertThat(bench.read(0x9c)).isEqualTo(2);
        assertThat(bench.machine.takeInterrupts()).containsExactly("CMD_SYNC");
    }

    @Test
    void aVendorsCommandsAreHis() {
        assertThat(bench.command(0x80, 0)).isEqualTo(1);
    }

    @Test
    void prefetchStopsTheQueueOfHi161xForGood() {
        var hi161x = Bench.of("hi161x").started();

        hi161x.queue(0x1, 0);
        hi161x.queue(0x46, 0);
        hi161x.run();

        assertThat(hi161x.read(0x9c)).isZero();
        assertThat(hi161x.read(0x60)).isZero();
    }
}
