package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.hypervisor.recording.Recorded;

/// What the driver of an SMMU tells the flight recorder.
class RecordedRingTests {
    private final ScriptedSmmu smmu = new ScriptedSmmu();
    private final HostBench bench = smmu.started();
    private final HostSmmu domain = bench.domain(5);

    private long invalidation() {
        domain.invalidate(0x10, 0);
        return domain.sync();
    }

    @Test
    void aSyncIsRecordedWhenItIsComplete() {
        long[] number = new long[1];

        Recorded recorded =
                Recorded.of(() -> {
                    number[0] = invalidation();
                    bench.driver.work(64);
                });

        assertThat(recorded.all("HostSync"))
                .extracting(e -> e.getLong("number"))
                .containsExactly(number[0]);
        assertThat(recorded.first("HostSync").getString("smmu")).isEqualTo(bench.driver.path());
    }

    @Test
    void anErrorIsRecordedWithItsReason() {
        Recorded recorded =
                Recorded.of(() -> {
                    smmu.fail(0, 1);
                    invalidation();
                    bench.run();
                });

        assertThat(recorded.all("HostCommandError"))
                .extracting(e -> e.getInt("code"))
                .containsExactly(1);
    }

    @Test
    void aHungSyncIsRecordedOnce() {
        smmu.works = false;

        Recorded recorded =
                Recorded.of(() -> {
                    invalidation();
                    for (int i = 0; i < 1000; i++) {
                        bench.driver.work(64);
                    }
                });

        assertThat(recorded.all("HostSyncTimeout")).hasSize(1);
        assertThat(recorded.all("HostSync")).isEmpty();
    }
}
