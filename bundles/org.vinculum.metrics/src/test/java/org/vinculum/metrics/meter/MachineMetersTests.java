package org.vinculum.metrics.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;

/// What Prometheus reads of a machine.
class MachineMetersTests {
    private static final String OF_GUEST = "{domain=\"guest1\",machine=\"lab\",viommu=\"0\"} ";
    private static final String OF_SMMU = "{machine=\"lab\",smmu=\"/smmu@9050000\"} ";

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final FakeMachine fake = new FakeMachine();
    private final List<GuestTraffic> traffic = new ArrayList<>(List.of(FakeMachine.GUEST));
    private final Domain guest = fake.domain("guest1", traffic);
    private long now;
    private MachineMeters meters;

    @BeforeEach
    void oneGuest() {
        fake.domains.add(guest);
        meters = new MachineMeters(registry, "lab", fake.machine(), () -> now);
    }

    private List<String> scrape() {
        now += 1_000_000_000L;
        meters.refresh();
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void everythingIsSaidOfAVirtualIommu() {
        assertThat(scrape())
                .contains(
                        "vinculum_viommu_commands_total" + OF_GUEST + "1.0",
                        "vinculum_viommu_syncs_total" + OF_GUEST + "2.0",
                        "vinculum_viommu_host_commands_total" + OF_GUEST + "3.0",
                        "vinculum_viommu_command_errors_total" + OF_GUEST + "4.0",
                        "vinculum_viommu_register_reads_total" + OF_GUEST + "5.0",
                        "vinculum_viommu_register_writes_total" + OF_GUEST + "6.0",
                        "vinculum_viommu_budget_exhausted_total" + OF_GUEST + "7.0",
                        "vinculum_viommu_waited_commands_total" + OF_GUEST + "8.0",
                        "vinculum_viommu_events_total" + OF_GUEST + "9.0",
                        "vinculum_viommu_events_dropped_total" + OF_GUEST + "10.0",
                        "vinculum_viommu_wait_seconds_total" + OF_GUEST + "11.0",
                        "vinculum_viommu_ring_waiting_commands" + OF_GUEST + "12.0",
                        "vinculum_viommu_stalled_transactions" + OF_GUEST + "13.0");
    }

    @Test
    void everythingIsSaidOfAnSmmu() {
        assertThat(scrape())
                .contains(
                        "vinculum_smmu_commands_total" + OF_SMMU + "1.0",
                        "vinculum_smmu_syncs_total" + OF_SMMU + "2.0",
                        "vinculum_smmu_command_errors_total" + OF_SMMU + "3.0",
                        "vinculum_smmu_device_timeouts_total" + OF_SMMU + "4.0",
                        "vinculum_smmu_sync_timeouts_total" + OF_SMMU + "5.0",
                        "vinculum_smmu_events_total" + OF_SMMU + "6.0",
                        "vinculum_smmu_events_unclaimed_total" + OF_SMMU + "7.0",
                        "vinculum_smmu_event_overflows_total" + OF_SMMU + "8.0",
                        "vinculum_smmu_translations_total" + OF_SMMU + "9.0",
                        "vinculum_smmu_translation_hits_total" + OF_SMMU + "10.0",
                        "vinculum_smmu_ring_waiting_commands" + OF_SMMU + "11.0");
    }

    @Test
    void countersFollowTheMachine() {
        scrape();
        traffic.set(0, new GuestTraffic(70, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        fake.hosts.set(0, new HostTraffic("/smmu@9050000", 80, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

        assertThat(scrape())
                .contains(
                        "vinculum_viommu_commands_total" + OF_GUEST + "70.0",
                        "vinculum_smmu_commands_total" + OF_SMMU + "80.0");
    }

    @Test
    void everyVirtualIommuOfADomainHasItsOwn() {
        var two = List.of(FakeMachine.GUEST, FakeMachine.GUEST);
        fake.domains.add(fake.domain("dom0", two));

        assertThat(scrape())
                .contains(
                        "vinculum_viommu_commands_total{domain=\"dom0\",machine=\"lab\",viommu=\"1\"}"
                            + " 1.0",
                        "vinculum_machine_domains{machine=\"lab\"} 2.0");
    }

    @Test
    void nothingIsSaidOfADomainThatIsGone() {
        scrape();
        fake.domains.clear();

        assertThat(scrape())
                .noneMatch(line -> line.contains("guest1"))
                .contains("vinculum_machine_domains{machine=\"lab\"} 0.0");
    }

    @Test
    void anotherDomainOfTheSameNameHasItsOwnCounters() {
        scrape();
        var other = new GuestTraffic(500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        fake.domains.set(0, fake.domain("guest1", List.of(other)));

        assertThat(scrape()).contains("vinculum_viommu_commands_total" + OF_GUEST + "500.0");
    }

    @Test
    void aMachineIsAskedOnceForAllItsMeters() {
        scrape();
        int before = fake.asked;
        scrape();

        assertThat(fake.asked - before).isEqualTo(1);
    }

    @Test
    void aNameStaysInsideItsQuotes() {
        fake.domains.add(fake.domain("x\"} 1\nvinculum_smmu_commands_total 7 \\", traffic));

        assertThat(scrape())
                .noneMatch(line -> line.startsWith("vinculum_smmu_commands_total 7"))
                .anyMatch(line -> line.contains("domain=\"x\\\"} 1\\nvinculum_smmu"));
    }

    @Test
    void aMachineThatIsGoneLeavesNothingBehind() {
        meters.close();

        assertThat(registry.getMeters()).isEmpty();
    }
}
