package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

class StartTests {
    private final Outcome outcome = new Outcome();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smmuv3-3.0",
                "smmuv3-3.1",
                "smmuv3-3.2",
                "smmuv3-3.3",
                "mmu-600-r0p0",
                "mmu-600-r2p0",
                "mmu-700-r0p0",
                "mmu-700-r1p1",
                "thunderx2",
                "hi161x",
                "qemu-9.2"
            })
    void anyProfileComesUpAndTranslatesWhatADomainSets(String profile) {
        var bench = HostBench.started(profile);
        var domain = bench.domain(5, 0x123);
        bench.put(HostBench.TABLES + 8, 0x4000_0000L | 0x7fd);

        assertThat(bench.driver.translate(0x123, -1, 0x4000_1000L, Access.READ, outcome))
                .isEqualTo(Outcome.ABORT);
        domain.configure(new StreamId(0x123), new StreamSetting.Bypass());
        assertThat(bench.driver.translate(0x123, -1, 0x4000_1000L, Access.READ, outcome))
                .isEqualTo(0x4000_1000L);

        domain.invalidate(0x10, 0);
        long sync = domain.sync();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.PENDING);
        bench.run();
        assertThat(domain.outcome(sync)).isEqualTo(SyncOutcome.DONE);
        assertThat(bench.driver.traffic().commandErrors()).isZero();
        assertThat(bench.model.read(0x60, 4)).isEqualTo(bench.model.read(0x64, 4));
    }
}
