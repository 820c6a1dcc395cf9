package org.vinculum.smmu.spec.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every value of every field, in the order of the values.
class EncodingTest {
    private static List<String> all(int bits, IntFunction<? extends Enum<?>> of) {
        return IntStream.range(0, 1 << bits).mapToObj(of).map(Enum::name).toList();
    }

    @Test
    void configIsAbortUnlessItsHighestBitIsOne() {
        assertThat(all(3, Config::of))
                .containsExactly(
                        "ABORT", "ABORT", "ABORT", "ABORT", "BYPASS", "STAGE_1", "STAGE_2",
                        "NESTED");
    }

    @Test
    void configSaysWhichStagesTranslate() {
        assertThat(List.of(Config.values()))
                .filteredOn(Config::stage1)
                .containsExactly(Config.STAGE_1, Config.NESTED);
        assertThat(List.of(Config.values()))
                .filteredOn(Config::stage2)
                .containsExactly(Config.STAGE_2, Config.NESTED);
    }

    @Test
    void contextDescriptorTables() {
        assertThat(all(2, S1Fmt::of))
                .containsExactly("LINEAR", "TWO_LEVEL_4K", "TWO_LEVEL_64K", "LINEAR");
        assertThat(all(2, S1Dss::of))
                .containsExactly("TERMINATE", "BYPASS_STAGE_1", "SUBSTREAM_0", "TERMINATE");
        assertThat(S1Fmt.of(1).leafBits()).isEqualTo(6);
        assertThat(S1Fmt.of(2).leafBits()).isEqualTo(10);
    }

    @Test
    void streams() {
        assertThat(all(2, Strw::of)).containsExactly("NS_EL1", "RESERVED", "NS_EL2", "RESERVED");
        assertThat(all(2, Eats::of))
                .containsExactly("NONE", "FULL", "SPLIT_STAGE", "FULL_WITH_DPT");
        assertThat(all(2, StreamTableFormat::of))
                .containsExactly("LINEAR", "TWO_LEVEL", "LINEAR", "LINEAR");
    }

    @Test
    void overrides() {
        assertThat(all(2, ShareabilityOverride::of))
                .containsExactly("NON_SHAREABLE", "INCOMING", "OUTER", "INNER");
        assertThat(all(2, PrivilegeOverride::of))
                .containsExactly("INCOMING", "INCOMING", "UNPRIVILEGED", "PRIVILEGED");
        assertThat(all(2, InstructionOverride::of))
                .containsExactly("INCOMING", "INCOMING", "DATA", "INSTRUCTION");
    }

    @Test
    void attributes() {
        assertThat(all(2, Shareability::of))
                .containsExactly("NON_SHAREABLE", "NON_SHAREABLE", "OUTER", "INNER");
        assertThat(all(2, Cacheability::ofCr1))
                .containsExactly("NON_CACHEABLE", "WRITE_BACK", "WRITE_THROUGH", "NON_CACHEABLE");
        assertThat(all(2, Cacheability::ofTable))
                .containsExactly("NON_CACHEABLE", "WRITE_BACK", "WRITE_THROUGH", "WRITE_BACK");
        assertThat(all(2, DeviceType::of)).containsExactly("NGNRNE", "NGNRE", "NGRE", "GRE");
    }

    @Test
    void commandsAndEvents() {
        assertThat(all(2, CompletionSignal::of)).containsExactly("NONE", "IRQ", "SEV", "RESERVED");
        assertThat(all(2, PageResponse::of))
                .containsExactly("RESPONSE_FAILURE", "INVALID_REQUEST", "SUCCESS", "RESERVED");
        assertThat(all(2, FaultClass::of)).containsExactly("CD", "TT", "IN", "RESERVED");
        assertThat(all(2, AtosType::of))
                .containsExactly("RESERVED", "STAGE_1", "STAGE_2", "NESTED");
        assertThat(List.of(Cerror.values()))
                .extracting(Cerror::encoding)
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aQueueMayStopForAReasonThatIsNotKnown() {
        assertThat(Cerror.of(3)).hasValue(Cerror.ATC_INV_SYNC);
        assertThat(Cerror.of(4)).isEmpty();
    }

    @Test
    void addressSizes() {
        assertThat(IntStream.range(0, 8).map(value -> Oas.of(value).bits()))
                .containsExactly(32, 36, 40, 42, 44, 48, 52, 56);
    }

    @Test
    void whatIsNotReservedIsEncodedAsItIsDecoded() {
        for (Config config : Config.values()) {
            assertThat(Config.of(config.encoding())).isEqualTo(config);
        }
        for (Strw world : Strw.values()) {
            assertThat(Strw.of(world.encoding())).isEqualTo(world);
        }
        for (Shareability domain : Shareability.values()) {
            assertThat(Shareability.of(domain.encoding())).isEqualTo(domain);
        }
        for (Oas size : Oas.values()) {
            assertThat(Oas.of(size.encoding())).isEqualTo(size);
        }
    }
}
