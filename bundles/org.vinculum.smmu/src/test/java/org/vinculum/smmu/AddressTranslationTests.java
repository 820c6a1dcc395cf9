package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTranslationTests {
    private static final long INVALID_REQUEST = 0xff1;

    private final Bench bench = Bench.of("smmuv3-3.3").started();

    private long ask(Bench of, long stream, long address) {
        of.smmu.write(0x108, 8, stream);
        of.smmu.write(0x110, 8, address);
        of.write(0x100, 1);
        return of.smmu.read(0x118, 8);
    }

    @Test
    void aRequestIsAnsweredWhenTheWriteReturns() {
        bench.translation.probeResult = 0xff00_0000_4000_1000L;

        assertThat(ask(bench, 0x0010_0003_0000_0008L, 0xffff_0000_1234_5f40L))
                .isEqualTo(0xff00_0000_4000_1000L);
        assertThat(bench.read(0x100)).isZero();
        assertThat(bench.translation.takeAsked())
                .containsExactly("probe 8 3 0xffff000012345000 9 3 true");
    }

    @Test
    void withoutASubstreamValidBitThereIsNone() {
        ask(bench, 0x0000_0003_0000_0008L, 0x1400);

        assertThat(bench.translation.takeAsked()).containsExactly("probe 8 -1 0x1000 2 1 false");
    }

    @Test
    void theReservedTypeIsAnInvalidRequest() {
        assertThat(ask(bench, 8, 0x1000)).isEqualTo(INVALID_REQUEST);
        assertThat(bench.translation.takeAsked()).isEmpty();
    }

    @Test
    void aStageThatIsNotThereIsAnInvalidRequest() {
        assertThat(ask(Bench.withIdr0Flipped(1).started(), 8, 0x1800)).isEqualTo(INVALID_REQUEST);
        assertThat(ask(Bench.withIdr0Flipped(1).started(), 8, 0x1c00)).isEqualTo(INVALID_REQUEST);
        assertThat(ask(Bench.withIdr0Flipped(2).started(), 8, 0x1400)).isEqualTo(INVALID_REQUEST);
    }

    @Test
    void stage2KnowsNoSubstreams() {
        assertThat(ask(bench, 0x0010_0003_0000_0008L, 0x1800)).isEqualTo(INVALID_REQUEST);
    }

    @Test
    void nothingIsAskedWhileTranslationIsOff() {
        bench.write(0x20, 0);
        bench.translation.probeResult = 0x1000;

        assertThat(ask(bench, 8, 0x1400)).isZero();
    }

    @Test
    void withoutAtosItsRegistersAreReserved() {
        var without = Bench.of("mmu-600-r2p0");

        without.smmu.write(0x110, 8, -1);

        assertThat(without.smmu.read(0x110, 8)).isZero();
    }
}
