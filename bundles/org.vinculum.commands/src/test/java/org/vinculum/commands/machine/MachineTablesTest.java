package org.vinculum.commands.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.commands.print.Page;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.memory.AddressRange;

class MachineTablesTest {
    private final Page page = new Page(false);

    /// A contract of which only some methods answer.
    private static <T> T answering(Class<T> contract, Map<String, Object> answers) {
        InvocationHandler handler = (_, method, _) -> answers.get(method.getName());
        return contract.cast(
                Proxy.newProxyInstance(
                        contract.getClassLoader(), new Class<?>[] {contract}, handler));
    }

    private static Machine machine(Optional<Domain> domain) {
        return answering(
                Machine.class,
                Map.of(
                        "domains",
                        domain.stream().toList(),
                        "domain",
                        domain,
                        "hostTraffic",
                        List.of(
                                new HostTraffic(
                                        "/iommu@1", 10, 20, 30, 0, 50, 60, 70, 80, 90, 95, 7))));
    }

    private static Domain web() {
        return answering(
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
    void anSmmuIsALineWithItsCounters() {
        tables().smmus(page);

        assertThat(page.toString().lines().skip(1))
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
