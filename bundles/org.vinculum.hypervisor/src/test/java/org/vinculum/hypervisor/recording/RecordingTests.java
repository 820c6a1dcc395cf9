package org.vinculum.hypervisor.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What each event says, read back from a recording of all of them.
class RecordingTests {
    private static final String SMMU = "/smmu@9050000";

    private static Recorded recorded;

    @BeforeAll
    static void recordEverything() {
        recorded =
                Recorded.of(() -> {
                    CommandBatch.served("guest1", 2, 64, 1500);
                    BudgetExhausted.left("guest1", 2);
                    EventDropped.lost("guest1", 2, SMMU, 0xffff_fff0L);
                    StormStopped.stopped("guest1", SMMU, 0x42);
                    HostSync.completed(SMMU, 41, HostSync.begun());
                    HostCommandError.stopped(SMMU, 1, 17);
                    HostSyncTimeout.late(SMMU, 42);
                    DomainChange.created("guest1");
                    DomainChange.saved("guest1");
                    DomainChange.restored("guest1");
                    DomainChange.destroyed("guest1");
                });
    }

    @Test
    void everyEventIsThereUnderOneCategory() {
        assertThat(recorded.events()).hasSize(11);
        assertThat(recorded.events())
                .allSatisfy(e ->
                        assertThat(e.getEventType().getCategoryNames())
                                .containsExactly("Vinculum"));
    }

    @Test
    void aBatchSaysWhoseItWasHowLargeAndHowLongItWaited() {
        RecordedEvent batch = recorded.first("CommandBatch");

        assertThat(batch.getString("domain")).isEqualTo("guest1");
        assertThat(batch.getInt("viommu")).isEqualTo(2);
        assertThat(batch.getInt("hostCommands")).isEqualTo(64);
        assertThat(batch.getDuration("waited")).isEqualTo(Duration.ofNanos(1500));
    }

    @Test
    void anExhaustedBudgetSaysWhose() {
        assertThat(recorded.first("BudgetExhausted").getString("domain")).isEqualTo("guest1");
        assertThat(recorded.first("BudgetExhausted").getInt("viommu")).isEqualTo(2);
    }

    @Test
    void aSyncSaysHowLongItTook() {
        RecordedEvent sync = recorded.first("HostSync");

        assertThat(sync.getString("smmu")).isEqualTo(SMMU);
        assertThat(sync.getLong("number")).isEqualTo(41);
        assertThat(sync.getDuration("latency")).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    @Test
    void aSyncThatBeganBeforeTheRecordingIsLeftOut() {
        assertThat(HostSync.begun()).isZero();

        assertThat(Recorded.of(() -> HostSync.completed(SMMU, 41, 0)).events()).isEmpty();
    }

    @Test
    void troubleOfTheHostSaysWhereItIs() {
        assertThat(recorded.first("HostCommandError").getInt("code")).isEqualTo(1);
        assertThat(recorded.first("HostCommandError").getLong("position")).isEqualTo(17);
        assertThat(recorded.first("HostSyncTimeout").getLong("number")).isEqualTo(42);
    }

    @Test
    void whatIsLostOrStoppedNamesItsStream() {
        assertThat(recorded.first("EventDropped").getLong("stream")).isEqualTo(0xffff_fff0L);
        assertThat(recorded.first("StormStopped").getLong("stream")).isEqualTo(0x42);
    }

    @Test
    void domainsComeAndGoInOrder() {
        assertThat(recorded.all("DomainChange"))
                .extracting(e -> e.getString("change"))
                .containsExactly("created", "saved", "restored", "destroyed");
    }
}
