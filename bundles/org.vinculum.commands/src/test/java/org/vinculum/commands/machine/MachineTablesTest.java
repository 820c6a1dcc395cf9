package org.vinculum.commands.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.commands.print.Page;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.memory.AddressRange;
import org.vinculum.swap.SwapRecord;

class MachineTablesTest {
    private final Page page = new Page(false);

    private static Machine machine(Optional<Domain> domain) {
        return Answering.as(
                Machine.class,
                Map.of(
                        "domains",
                        domain.stream().toList(),
                        "domain",
                        domain,
                        "models",
                        List.of(
                                new ModelInPlace(
                                        "/iommu@1", "(name=a*)", "acme", "2.1", false, 12)),
                        "swaps",
                        List.of(
                                new SwapRecord(
                                        3,
                                        "/iommu@1",
                                        "acme 2.0",
                                        "acme 2.1",
                                        SwapRecord.Outcome.FELL_BACK,
                                        "It threw.\nIt is broken.",
                                        1_250_999)),
                        "hostTraffic",
                        List.of(
                                new HostTraffic(
                                        "/iommu@1", 10, 20, 30, 0, 50, 60, 70, 80, 90, 95, 7))));
    }

    private static Domain web() {
        return Answering.as(
                Domain.class,
                Map.of(
                        "name",
                        "web",
                        "mappings",
                        List.of(
                                new Domain.Mapping(AddressRange.of(0, 64L << 20), 0, true),
                                new Domain.Mapping(AddressRange.of(1L << 32, 4096), 0, false)),
                        "traffic",
                        List.of(traffic(1), traffic(100))));
    }

    private static GuestTraffic traffic(int from) {
        return new GuestTraffic(
                from, from + 1, from + 2, from + 3, from + 4, from + 5, from + 6, from + 7,
                from + 8, from + 9, from + 10, from + 11, from + 12);
    }

    private static MachineTables tables() {
        return new MachineTables(Map.of("board", machine(Optional.of(web()))));
    }

    @Test
    void aDomainIsALineWithTheSumsOfItsVirtualIommus() {
        tables().domains(page);

        assertThat(page.toString().lines().skip(1))
                .singleElement()
                .asString()
                .matches("board +web +64 MiB +2 +101 +105 +117 +123");
    }

    @Test
    void anSmmuIsALineWithWhatStandsThere() {
        tables().smmus(page);

        assertThat(page.toString().lines().skip(1).findFirst().orElseThrow())
                .matches("board +smmu0 +/iommu@1 +acme +2\\.1 +12 +in place +\\(name=a\\*\\)");
    }

    @Test
    void aSwapIsALineWithItsOutcomeAndReasons() {
        tables().swaps(page);

        assertThat(page.toString().lines().skip(1))
                .singleElement()
                .asString()
                .matches(
                        "board +3 +/iommu@1 +acme 2.0 +acme 2.1 +fell back +1.250"
                                + " +It threw. It is broken.");
    }

    @Test
    void anSmmuIsALineWithItsCounters() {
        tables().smmus(page);

        assertThat(page.toString().lines().skip(4))
                .singleElement()
                .asString()
                .matches("board +/iommu@1 +10 +20 +30 +50 +60 +70 +80 +90 +95 +7");
    }

    @Test
    void trafficHasALineForEachCounterAndAColumnForEachVirtualIommu() {
        assertThat(tables().traffic("web", page)).isTrue();

        assertThat(page.toString())
                .startsWith("board web\ncounter")
                .containsPattern("commands +1 +100\n")
                .containsPattern("events dropped +10 +109\n")
                .containsPattern("nanoseconds waited +11 +110\n")
                .containsPattern("stalled +13 +112\n");
    }

    @Test
    void aDomainThatIsNotThereHasNoTraffic() {
        MachineTables empty = new MachineTables(Map.of("board", machine(Optional.empty())));

        assertThat(empty.traffic("web", page)).isFalse();
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void withoutAMachineThatIsSaid() {
        new MachineTables(Map.of()).smmus(page);

        assertThat(page.toString()).isEqualTo("no machine is in operation\n");
    }
}
