package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLegalityTests {
    private static final int ILLEGAL = 1;
    private static final long S2P = 1;
    private static final long S1P = 1 << 1;
    private static final long HYP = 1 << 9;
    private static final long ATS_AND_PRI = 1 << 10 | 1 << 16;
    private static final long STALL_MODEL_1 = 1 << 24;

    private final Bench bench = Bench.of("smmuv3-3.3").started();

    @Test
    void opcodesThatNobodyDefinesAreIllegal() {
        for (int opcode = 0; opcode < 0x100; opcode++) {
            int verdict = Bench.of("smmuv3-3.3").started().command(opcode, 0);

            assertThat(verdict)
                    .as(Integer.toHexString(opcode))
                    .isEqualTo(defined(opcode) ? 0 : ILLEGAL);
        }
    }

    private static boolean defined(int opcode) {
        return opcode >= 0x01 && opcode <= 0x06
                || opcode >= 0x10 && opcode <= 0x13
                || opcode >= 0x20 && opcode <= 0x23
                || opcode == 0x28
                || opcode == 0x2a
                || opcode == 0x30
                || opcode == 0x40
                || opcode == 0x41
                || opcode >= 0x44 && opcode <= 0x46;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x13, 0x20, 0x28, 0x2a, 0x30, 0x40, 0x44,
                0x45, 0x46
            })
    void aCommandForTheSecureSideIsIllegal(int opcode) {
        assertThat(bench.command(opcode | 1 << 10, 0)).isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x05, 0x06, 0x10, 0x11, 0x12, 0x13})
    void stage1IsInvalidatedOnlyWhereThereIsOne(int opcode) {
        assertThat(Bench.withIdr0Flipped(S1P).started().command(opcode, 0)).isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x28, 0x2a})
    void stage2IsInvalidatedOnlyWhereThereIsOne(int opcode) {
        assertThat(Bench.withIdr0Flipped(S2P).started().command(opcode, 0)).isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x21, 0x22, 0x23})
    void el2IsInvalidatedOnlyWhereThereIsOne(int opcode) {
        assertThat(Bench.withIdr0Flipped(HYP).started().command(opcode, 0)).isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x41})
    void devicesAreSpokenToOnlyWithAtsAndPri(int opcode) {
        assertThat(Bench.withIdr0Flipped(ATS_AND_PRI).started().command(opcode, 0))
                .isEqualTo(ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x44, 0x45})
    void whereNothingStallsNothingIsResumed(int opcode) {
        assertThat(Bench.withIdr0Flipped(STALL_MODEL_1).started().command(opcode, 0))
                .isEqualTo(ILLEGAL);
    }

    @Test
    void theReservedCompletionSignalIsIllegal() {
        assertThat(bench.command(0x3046, 0)).isEqualTo(ILLEGAL);
    }

    @Test
    void theReservedAnswerToAPageRequestIsIllegal() {
        assertThat(bench.command(0x41, 0x3000)).isEqualTo(ILLEGAL);
    }

    @Test
    void aRangeOfOneGranuleWithoutALevelIsIllegal() {
        assertThat(bench.command(0x12, 0x400)).isEqualTo(ILLEGAL);
        assertThat(Bench.of("smmuv3-3.3").started().command(0x2a, 0xc00)).isEqualTo(ILLEGAL);
        assertThat(Bench.of("smmuv3-3.3").started().command(0x12, 0x700)).isZero();
    }

    @Test
    void level1Of16KiBIsOneOnlyWithTheLargeAddresses() {
        var without = Bench.of("smmuv3-3.3", Map.of("IDR5", 0x75L)).started();

        assertThat(without.command(0x12, 0x900)).isEqualTo(ILLEGAL);
        assertThat(bench.command(0x12, 0x900)).isZero();
    }

    @Test
    void withoutRangesTheirFieldsAreIgnored() {
        assertThat(Bench.of("smmuv3-3.1").started().command(0x12, 0x400)).isZero();
    }

    @Test
    void illegalWinsOverIgnored() {
        bench.write(0x20, 0xc);

        assertThat(bench.command(0x41, 0x3000)).isEqualTo(ILLEGAL);
    }
}
