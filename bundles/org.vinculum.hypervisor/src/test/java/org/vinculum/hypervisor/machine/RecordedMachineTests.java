package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Machine;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.hypervisor.recording.Recorded;
import org.vinculum.smmu.spec.Words;

/// What a machine tells the flight recorder.
class RecordedMachineTests {
    private static final int BUDGET = 64;

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(1);

    @Test
    void whatAGuestWasServedAddsUpToWhatItHadAndSaysHowLongTheRestWaited() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        Recorded recorded =
                Recorded.of(() -> {
                    write(guest, FakeIommu.COMMANDS, 2 * BUDGET);
                    bench.nanos.addAndGet(500);
                    machine.schedule(1000);
                });

        assertThat(recorded.all("CommandBatch"))
                .extracting(e -> e.getInt("hostCommands"))
                .containsExactly(BUDGET, BUDGET);
        assertThat(recorded.all("CommandBatch"))
                .extracting(e -> e.getDuration("waited"))
                .containsExactly(Duration.ZERO, Duration.ofNanos(500));
        assertThat(recorded.all("BudgetExhausted")).hasSize(1);
        assertThat(recorded.first("BudgetExhausted").getString("domain")).isEqualTo("a");
    }

    @Test
    void aStormIsRecordedEventByEventUntilItIsStopped() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        Recorded recorded =
                Recorded.of(() -> {
                    events(100);
                    for (int i = 0; i < 4; i++) {
                        events(520);
                        machine.schedule(BUDGET);
                    }
                });

        assertThat(recorded.all("EventDropped"))
                .hasSize((int) guest.traffic().getFirst().eventsDropped());
        assertThat(recorded.first("EventDropped").getString("smmu")).isEqualTo("/smmu0");
        assertThat(recorded.all("StormStopped")).hasSize(1);
        assertThat(recorded.first("StormStopped").getLong("stream")).isEqualTo(7);
    }

    private void events(int count) {
        for (int i = 0; i < count; i++) {
            bench.host(0).event(7, Words.of(0x10, 0, i, 0));
        }
    }

    @Test
    void aDomainIsRecordedFromItsBeginningToItsEnd() {
        Recorded recorded =
                Recorded.of(() -> {
                    Domain guest = machine.create(guest("a", stream(1, 0, 7)));
                    guest.restore(guest.save());
                    guest.destroy();
                    guest.destroy();
                });

        assertThat(recorded.all("DomainChange"))
                .extracting(e -> e.getString("change"))
                .containsExactly("created", "saved", "restored", "destroyed");
    }
}
