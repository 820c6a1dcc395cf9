package org.vinculum.hypervisor.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a recording of everything holds, read back from its file.
class RecordingTests {
    @TempDir static Path folder;
    static List<RecordedEvent> events;

    @BeforeAll
    static void recordEverything() throws IOException {
        Path file = folder.resolve("everything.jfr");
        try (var recording = new Recording()) {
            recording.start();
            CommandBatch.served("guest1", 2, 64, 1500);
            BudgetExhausted.left("guest1", 2);
            HostSync.completed("/smmu@9050000", 41, 800);
            HostCommandError.stopped("/smmu@9050000", 1, 17);
            HostSyncTimeout.late("/smmu@9050000", 42);
            EventDropped.lost("guest1", 2, "/smmu@9050000", 0xffff_fff0L);
            StormStopped.stopped("guest1", "/smmu@9050000", 0x42);
            DomainChange.created("guest1");
            DomainChange.saved("guest1");
            DomainChange.restored("guest1");
            DomainChange.destroyed("guest1");
            recording.stop();
            recording.dump(file);
        }
        events =
                RecordingFile.readAllEvents(file).stream()
                        .filter(e -> e.getEventType().getName().startsWith("vinculum."))
                        .toList();
    }

    private static RecordedEvent only(String name) {
        return events.stream()
                .filter(e -> e.getEventType().getName().equals("vinculum." + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyEventIsThereUnderOneCategory() {
        assertThat(events).hasSize(11);
        assertThat(events)
                .allSatisfy(e ->
                        assertThat(e.getEventType().getCategoryNames())
                                .containsExactly("Vinculum"));
    }

    @Test
    void aBatchSaysWhoseItWasHowLargeAndHowLongItWaited() {
        RecordedEvent batch = only("CommandBatch");

        assertThat(batch.getString("domain")).isEqualTo("guest1");
        assertThat(batch.getInt("viommu")).isEqualTo(2);
        assertThat(batch.getInt("hostCommands")).isEqualTo(64);
        assertThat(batch.getDuration("waited")).isEqualTo(Duration.ofNanos(1500));
    }

    @Test
    void anExhaustedBudgetSaysWhose() {
        assertThat(only("BudgetExhausted").getString("domain")).isEqualTo("guest1");
        assertThat(only("BudgetExhausted").getInt("viommu")).isEqualTo(2);
    }

    @Test
    void aSyncSaysHowLongItTook() {
        RecordedEvent sync = only("HostSync");

        assertThat(sync.getString("smmu")).isEqualTo("/smmu@9050000");
        assertThat(sync.getLong("number")).isEqualTo(41);
        assertThat(sync.getDuration("latency")).isEqualTo(Duration.ofNanos(800));
    }

    @Test
    void troubleOfTheHostSaysWhereItIs() {
        assertThat(only("HostCommandError").getInt("code")).isEqualTo(1);
        assertThat(only("HostCommandError").getInt("index")).isEqualTo(17);
        assertThat(only("HostSyncTimeout").getLong("number")).isEqualTo(42);
    }

    @Test
    void whatIsLostOrStoppedNamesItsStream() {
        assertThat(only("EventDropped").getLong("stream")).isEqualTo(0xffff_fff0L);
        assertThat(only("StormStopped").getLong("stream")).isEqualTo(0x42);
    }

    @Test
    void domainsComeAndGoInOrder() {
        assertThat(events)
                .filteredOn(e -> e.hasField("change"))
                .extracting(e -> e.getString("change"))
                .containsExactly("created", "saved", "restored", "destroyed");
    }
}
