package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.StreamSetting;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

class RecordsTests {
    private final Outcome outcome = new Outcome();

    private void dma(HostBench bench, int stream, long address) {
        bench.driver.translate(stream, -1, address, Access.READ, outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.3", "thunderx2", "mmu-600-r0p0"})
    void faultsGoToWhoeverTakesRecords(String profile) {
        var bench = HostBench.started(profile);
        int[] told = new int[1];
        bench.driver.onRecords(() -> told[0]++);
        var domain = bench.domain(5, 7);
        domain.configure(new StreamId(7), new StreamSetting.Bypass());

        dma(bench, 7, 0x1000);
        dma(bench, 7, 0x2000);

        assertThat(told[0]).isEqualTo(1);
        assertThat(bench.driver.drain(bench, 10)).isFalse();
        assertThat(bench.records).containsExactly("event 0x10 of 0x7", "event 0x10 of 0x7");
        dma(bench, 7, 0x3000);
        assertThat(told[0]).isEqualTo(2);
    }

    @Test
    void whoeverListensLateIsToldWhatWaitsAlready() {
        var bench = HostBench.started("smmuv3-3.2");
        int[] told = new int[1];
        bench.driver.onRecords(() -> told[0]++);
        assertThat(told[0]).isZero();

        dma(bench, 0x5000, 0);
        bench.driver.onRecords(() -> told[0] += 10);

        assertThat(told[0]).isEqualTo(11);
    }

    @Test
    void noMoreAreTakenThanAskedFor() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7).configure(new StreamId(7), new StreamSetting.Bypass());
        for (int i = 0; i < 5; i++) {
            dma(bench, 7, 0x1000);
        }

        assertThat(bench.driver.drain(bench, 3)).isTrue();
        assertThat(bench.records).hasSize(3);
        assertThat(bench.driver.drain(bench, 3)).isFalse();
        assertThat(bench.records).hasSize(5);
    }

    @Test
    void streamsThatNobodyHasAreCountedOnly() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7);

        dma(bench, 0x5000, 0);

        assertThat(bench.driver.drain(bench, 10)).isFalse();
        assertThat(bench.records).isEmpty();
        assertThat(bench.driver.traffic().events()).isEqualTo(1);
        assertThat(bench.driver.traffic().eventsUnclaimed()).isEqualTo(1);
    }

    @Test
    void neighboursOfAStreamThatSomebodyHasAbortInSilence() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7);

        dma(bench, 8, 0);

        bench.driver.drain(bench, 10);
        assertThat(bench.driver.traffic().events()).isZero();
    }

    @Test
    void anOverflowIsToldOnceAndAcknowledged() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7).configure(new StreamId(7), new StreamSetting.Bypass());
        for (int round = 1; round <= 2; round++) {
            for (int i = 0; i < 5000; i++) {
                dma(bench, 7, 0x1000);
            }
            while (bench.driver.drain(bench, 100)) {
                // until it is empty
            }

            assertThat(bench.records).hasSize(4097).containsOnlyOnce("overflow");
            assertThat(bench.driver.traffic().overflows()).isEqualTo(round);
            bench.records.clear();
        }
    }

    @Test
    void pageRequestsGoToWhoeverTakesRecords() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7);

        bench.driver.requestPage(7, -1, 0x5000, Access.READ, 3, true);
        bench.driver.drain(bench, 10);

        assertThat(bench.records).containsExactly("page 0x5000 of 0x7");
        assertThat(bench.devices).isEmpty();
    }

    @Test
    void pageRequestsThatNobodyWantsAreRefused() {
        var bench = HostBench.started("smmuv3-3.2");

        bench.driver.requestPage(9, 0x321, 0x5000, Access.READ, 3, false);
        bench.driver.requestPage(9, 0x321, 0x6000, Access.READ, 3, true);
        bench.driver.requestPage(9, 0x321, 0, 0, 3, true);
        bench.driver.drain(bench, 10);

        assertThat(bench.records).isEmpty();
        assertThat(bench.devices).containsExactly("respond 9 801 3 FAILURE");
    }

    @Test
    void pageRequestsThatDidNotFitDoNotStopTheQueue() {
        var bench = HostBench.started("smmuv3-3.2");
        bench.domain(5, 7);
        for (int i = 0; i < 1100; i++) {
            bench.driver.requestPage(7, -1, 0x5000, Access.READ, 3, false);
        }
        while (bench.driver.drain(bench, 100)) {
            // until it is empty
        }
        bench.records.clear();

        bench.driver.requestPage(7, -1, 0x6000, Access.READ, 3, true);
        bench.driver.drain(bench, 10);

        assertThat(bench.records).containsExactly("page 0x6000 of 0x7");
    }
}
