package org.vinculum.commands.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.print.Terminal;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

class SwapVerbTest {
    @TempDir Path folder;
    private final Map<String, Machine> machines = new TreeMap<>();
    private final List<String> swapped = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        false);
        return new Commands("1", new FakeParts(), folder, folder)
                .run(new SwapVerb(new SwapPlaces(machines)), words, terminal);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// With SMMUs `/iommu@a` and `/iommu@b`, and the domain `web` that has two virtual ones.
    private void machine(String name) {
        Domain web =
                Answering.as(
                        Domain.class,
                        Map.of(
                                "traffic",
                                List.of(traffic(), traffic()),
                                "swap",
                                Answering.to(a -> swap(name + " web/" + a[0], (String) a[1]))));
        machines.put(
                name,
                Answering.as(
                        Machine.class,
                        Map.of(
                                "hostTraffic",
                                Stream.of("/iommu@a", "/iommu@b").map(SwapVerbTest::idle).toList(),
                                "domain",
                                Answering.to(a -> Optional.of(web).filter(_ -> a[0].equals("web"))),
                                "swap",
                                Answering.to(a -> swap(name + " " + a[0], (String) a[1])))));
    }

    private SwapReport swap(String place, String model) {
        if (model.equals("poor")) {
            throw new SwapRefusedException(List.of("It has no stage 2.", "It is slow."));
        }
        swapped.add(place + " " + model);
        return new SwapReport(place, "old 1", model + " 2", 2_007_900, 3);
    }

    private static GuestTraffic traffic() {
        return new GuestTraffic(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static HostTraffic idle(String path) {
        return new HostTraffic(path, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "smmu1, /iommu@b",
        "/iommu@a, /iommu@a",
        "board:smmu0, /iommu@a",
        "board:/iommu@b, /iommu@b",
        "web/1, web/1"
    })
    void aPlaceIsNamedByPathNumberOrDomain(String word, String place) {
        machine("board");

        assertThat(run(word, "new")).isZero();

        assertThat(swapped).containsExactly("board " + place + " new");
    }

    @Test
    void whatWasDoneIsPrinted() {
        machine("board");

        run("smmu0", "(name=new)");

        assertThat(out().lines().skip(1))
                .singleElement()
                .asString()
                .matches("board /iommu@a +old 1 +\\(name=new\\) 2 +2\\.007 +3");
    }

    @Test
    void aDomainMeansAllItsVirtualIommus() {
        machine("board");

        run("web", "smmuv3");

        assertThat(swapped).containsExactly("board web/0 smmuv3", "board web/1 smmuv3");
    }

    @Test
    void everyReasonOfARefusalIsPrinted() {
        machine("board");

        assertThat(run("smmu0", "poor")).isOne();

        assertThat(err()).isEqualTo("refused: It has no stage 2.\nrefused: It is slow.\n");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmu2", "smmu-1", "smmu+1", "smmu", "db", "web/", "web/x", "web/-1"})
    void aPlaceThatIsNotThereIsAMistake(String word) {
        machine("board");

        assertThat(run(word, "new")).isEqualTo(2);

        assertThat(err()).startsWith("vinculum: there is no SMMU and no domain '" + word + "'");
        assertThat(swapped).isEmpty();
    }

    @Test
    void aPlaceOfSeveralMachinesHasToBeNamedWithItsMachine() {
        machine("a");
        machine("b");

        assertThat(run("smmu0", "new")).isEqualTo(2);
        assertThat(err()).isEqualTo("vinculum: which one is meant: a:smmu0 or b:smmu0?\n");

        assertThat(run("b:smmu0", "new")).isZero();
        assertThat(swapped).containsExactly("b /iommu@a new");
    }

    @Test
    void aWordThatIsMissingOrTooManyIsAMistake() {
        machine("board");

        assertThat(run("smmu0")).isEqualTo(2);
        assertThat(run("smmu0", "new", "now")).isEqualTo(2);

        assertThat(err())
                .isEqualTo(
                        "vinculum: missing required parameter: 'MODEL'\n"
                                + "see vinculum:swap --help\n"
                                + "vinculum: 'now' is one argument too many\n"
                                + "see vinculum:swap --help\n");
    }

    @Test
    void helpSaysWhatItDoes() {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("Usage: vinculum:swap PLACE MODEL\n").contains("Example:");
    }
}
