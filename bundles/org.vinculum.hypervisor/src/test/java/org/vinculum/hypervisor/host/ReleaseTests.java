package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.StreamSetting;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

class ReleaseTests {
    private static final StreamId STREAM = new StreamId(7);

    /// At IPA 0x40000000 a CD of 39 bits and 4 KiB pages whose faults stall, and an empty table behind it.
    private static HostBench stalling() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.put(HostBench.TABLES + 8, HostBench.TABLES + 0x1000 | 3);
        bench.put(HostBench.TABLES + 0x1000, HostBench.TABLES + 0x2000 | 3);
        bench.put(HostBench.TABLES + 0x2000, HostBench.TABLES + 0x10000 | 0x7ff);
        bench.put(HostBench.TABLES + 0x2000 + 8, HostBench.TABLES + 0x11000 | 0x7ff);
        bench.put(HostBench.TABLES + 0x10000, 0x0000_7205_c000_3519L, 0x4000_1000L, 0, 0xffL);
        return bench;
    }

    @Test
    void whatWaitsIsEndedAndTheLastRecordsGoToTheOldOwner() {
        var bench = stalling();
        bench.domain(5, 7).configure(STREAM, new StreamSetting.Stage1(0x4000_0000L, 0, false));
        long result = bench.driver.translate(7, -1, 0x5000, Access.READ, new Outcome());
        assertThat(result).isEqualTo(Outcome.STALLED);

        bench.driver.release(STREAM, bench);

        assertThat(bench.devices).containsExactly("release 7 ABORT");
        assertThat(bench.records).hasSize(1).allMatch(record -> record.endsWith("of 0x7"));
        assertThat(bench.driver.translate(7, -1, 0x5000, Access.READ, new Outcome()))
                .isEqualTo(Outcome.ABORT);
        bench.driver.drain(bench, 10);
        assertThat(bench.records).hasSize(1);
    }

    @Test
    void itsLastPageRequestsMayStillBeAnswered() {
        var bench = HostBench.started("smmuv3-3.2");
        var domain = bench.domain(5, 7);
        bench.driver.requestPage(7, -1, 0x5000, Access.READ, 3, true);
        var answers =
                new HostRecords() {
                    @Override
                    public void event(StreamId psid, Words record) {}

                    @Override
                    public void pageRequest(StreamId psid, Words record) {
                        domain.respond(psid, -1, 3, Response.FAILURE);
                    }

                    @Override
                    public void overflow() {}
                };

        bench.driver.release(STREAM, answers);
        bench.run();

        assertThat(bench.devices).containsExactly("respond 7 -1 3 FAILURE");
    }

    @Test
    void itIsFreeForAnotherAndOnlyThen() {
        var bench = HostBench.started("smmuv3-3.2");
        var first = bench.domain(5, 7);
        var second = bench.domain(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.driver.assign(STREAM, second, false));

        bench.driver.release(STREAM, bench);
        bench.driver.assign(STREAM, second, false);

        assertThatIllegalArgumentException().isThrownBy(() -> first.invalidateContexts(STREAM));
        second.invalidateContexts(STREAM);
    }

    @Test
    void theStepsAreTheArchitectures() {
        var smmu = new ScriptedSmmu();
        var bench = smmu.started();
        bench.domain(5, 7).configure(STREAM, new StreamSetting.Stage1(0x1000, 0, true));
        smmu.commands.clear();

        bench.driver.release(STREAM, bench);

        assertThat(smmu.commands)
                .containsExactly(
                        "700000003 1", "46 0", "700000045 0", "46 0", "700000040 34", "46 0");
    }

    @Test
    void whereNothingStallsOrCachesThereIsLessToDo() {
        var smmu = new ScriptedSmmu();
        smmu.registers.put(0L, 0x090d_361bL);
        var bench = smmu.started();
        bench.domain(5, 7);
        smmu.commands.clear();

        bench.driver.release(STREAM, bench);

        assertThat(smmu.commands).containsExactly("700000003 1", "46 0");
    }

    @Test
    void aStreamThatNobodyHasCannotBeReleased() {
        var bench = HostBench.started("smmuv3-3.2");

        assertThatIllegalArgumentException().isThrownBy(() -> bench.driver.release(STREAM, bench));
    }
}
