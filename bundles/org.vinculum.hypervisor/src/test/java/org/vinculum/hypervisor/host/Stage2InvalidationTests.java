package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.StreamSetting;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

class Stage2InvalidationTests {
    private static final String NH_ALL = "500000010 0";
    private static final String SYNC = "46 0";

    private final ScriptedSmmu smmu = new ScriptedSmmu();

    @ParameterizedTest
    @CsvSource({
        "1000, 50000002a 40000000",
        "2000, 50010002a 40000400",
        "3000, 50000202a 40000400",
        "200000, 50090002a 40000400",
        "40000000, 50120002a 40000400",
        "5000000, 500c0402a 40000400"
    })
    void oneCommandSaysARange(String size, String command) {
        var bench = smmu.started();

        bench.driver.invalidateStage2(5, 0x4000_0000L, Long.parseLong(size, 16));

        assertThat(smmu.commands).containsExactly(command, NH_ALL, SYNC);
    }

    @Test
    void whatIsNoRangeIsEverything() {
        var bench = smmu.started();

        bench.driver.invalidateStage2(5, 0x4000_0000L, 1001L << 12);

        assertThat(smmu.commands).containsExactly("500000028 0", SYNC);
    }

    @Test
    void withoutRangesPagesAreNamedUpToAFew() {
        smmu.registers.put(0xcL, 0L);
        var bench = smmu.started();

        bench.driver.invalidateStage2(5, 0x4000_0000L, 0x2000);
        bench.driver.invalidateStage2(5, 0x4000_0000L, 0x20_0000);

        assertThat(smmu.commands)
                .isEqualTo(
                        List.of(
                                "50000002a 40000000",
                                "50000002a 40001000",
                                NH_ALL,
                                SYNC,
                                "500000028 0",
                                SYNC));
    }

    @Test
    void aTrustedDeviceForgetsToo() {
        var bench = smmu.started();
        var domain = bench.domain(5);
        bench.driver.assign(new StreamId(7), domain, true);
        bench.driver.assign(new StreamId(8), domain, false);
        for (int stream = 7; stream <= 8; stream++) {
            domain.configure(new StreamId(stream), new StreamSetting.Stage1(0x1000, 0, true));
        }
        smmu.commands.clear();

        bench.driver.invalidateStage2(5, 0x4000_0000L, 0x1000);
        bench.driver.invalidateStage2(6, 0x4000_0000L, 0x1000);

        assertThat(smmu.commands)
                .containsExactly(
                        "50000002a 40000000",
                        NH_ALL,
                        SYNC,
                        "700000040 34",
                        SYNC,
                        "60000002a 40000000",
                        "600000010 0",
                        SYNC);
    }

    @Test
    void aVmidIsForgottenAltogether() {
        var bench = smmu.started();

        bench.driver.forget(0x1234);

        assertThat(smmu.commands).containsExactly("123400000028 0", SYNC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.2", "mmu-700-r1p1", "thunderx2"})
    void noTransactionFindsAPageThatIsGone(String profile) {
        var bench = HostBench.started(profile);
        Outcome outcome = new Outcome();
        bench.put(HostBench.TABLES + 8, HostBench.TABLES + 0x1000 | 3);
        bench.put(HostBench.TABLES + 0x1000, HostBench.TABLES + 0x2000 | 3);
        bench.put(HostBench.TABLES + 0x2000 + 8, HostBench.TABLES + 0x10000 | 0x7ff);
        bench.domain(5, 7).configure(new StreamId(7), new StreamSetting.Bypass());
        assertThat(bench.driver.translate(7, -1, 0x4000_1000L, Access.READ, outcome))
                .isEqualTo(HostBench.TABLES + 0x10000);

        bench.put(HostBench.TABLES + 0x2000 + 8, 0);
        assertThat(bench.driver.translate(7, -1, 0x4000_1000L, Access.READ, outcome))
                .as("remembered")
                .isEqualTo(HostBench.TABLES + 0x10000);
        bench.driver.invalidateStage2(5, 0x4000_1000L, 0x1000);

        assertThat(bench.driver.translate(7, -1, 0x4000_1000L, Access.READ, outcome))
                .isEqualTo(Outcome.ABORT);
    }
}
