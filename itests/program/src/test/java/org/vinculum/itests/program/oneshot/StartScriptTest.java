package org.vinculum.itests.program.oneshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Answer;
import org.vinculum.itests.program.distribution.BuiltDistribution;
import org.vinculum.itests.program.distribution.Program;

class StartScriptTest {
    private static final String HOST = BuiltDistribution.INPUTS.resolve("host.dts").toString();

    private static final String EXAMPLE_TABLE =
            Path.of(System.getProperty("vinculum.root"), "docs", "example", "iort.json").toString();

    @TempDir Path folder;

    @Test
    void resultsGoToStdoutAndNothingToStderr() throws Exception {
        Answer answer = program(BuiltDistribution.startScript()).run("inspect", HOST);

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("/soc/iommu@f000000");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aDistributionCopiedToAPathWithBlanksWorks() throws Exception {
        Answer answer = program(copy("a moved copy").resolve("bin/vinculum")).run("inspect", HOST);

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aVerbBringsTheFeatureItNeeds() throws Exception {
        Answer answer = program(BuiltDistribution.startScript()).run("models");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("smmuv3-3.3", "mmu-700-r1p1", "qemu-9.2");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void scenariosMayBePlayedFromAPipe() throws Exception {
        Answer answer =
                program(BuiltDistribution.startScript())
                        .command(
                                List.of(
                                        "sh",
                                        "-c",
                                        "echo '{\"scenario\":\"none\"}' | \"$0\" replay -",
                                        BuiltDistribution.startScript().toString()));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).isEqualTo("1 passed, 0 failed\n");
    }

    @Test
    void aLinkToTheScriptWorks() throws Exception {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, BuiltDistribution.startScript());

        assertThat(program(link).run("inspect", HOST).code()).isZero();
    }

    @Test
    void aMissingCacheChangesNothingButTheTime() throws Exception {
        Path home = copy("cold");
        Files.delete(home.resolve("lib/vinculum.aot"));

        Answer cold = program(home.resolve("bin/vinculum")).run("inspect", HOST);

        assertThat(cold).isEqualTo(program(BuiltDistribution.startScript()).run("inspect", HOST));
    }

    @Test
    void aBrokenCacheChangesNothingButTheTime() throws Exception {
        Path home = copy("broken");
        Files.writeString(home.resolve("lib/vinculum.aot"), "not a cache");

        Answer cold = program(home.resolve("bin/vinculum")).run("inspect", HOST);

        assertThat(cold).isEqualTo(program(BuiltDistribution.startScript()).run("inspect", HOST));
    }

    @Test
    void theArchiveUnpackedElsewhereStartsAndCanBeTrained() throws Exception {
        try (Stream<Path> built =
                Files.list(BuiltDistribution.DISTRIBUTION.home().resolveSibling("."))) {
            Path archive =
                    built.filter(f -> f.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
            command("tar", "-xzf", archive.toString(), "-C", folder.toString());
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            Path home =
                    unpacked.filter(f -> f.getFileName().toString().startsWith("vinculum-"))
                            .findFirst()
                            .orElseThrow();
            Program moved = program(home.resolve("bin/vinculum"));
            Answer cold = moved.run("inspect", HOST);
            command(home.resolve("bin/train").toString());

            assertThat(cold.code()).as(cold.err()).isZero();
            assertThat(home.resolve("lib/vinculum.aot")).isNotEmptyFile();
            assertThat(moved.run("inspect", HOST)).isEqualTo(cold);
        }
    }

    @Test
    void aClosedPipeIsNoNews() throws Exception {
        Program program = program(BuiltDistribution.startScript());

        Answer answer =
                program.command(
                        List.of(
                                "sh",
                                "-c",
                                "\"$0\" dt convert -O json \"$1\" - | head -c 10",
                                BuiltDistribution.startScript().toString(),
                                HOST));

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aClosedPipeIsNoNewsForATableEither() throws Exception {
        Path script = BuiltDistribution.startScript();
        String table = encoded(EXAMPLE_TABLE, "iort.dat").toString();

        Answer answer =
                program(script)
                        .command(
                                List.of(
                                        "sh",
                                        "-c",
                                        "\"$0\" iort decode \"$1\" | head -c 10",
                                        script.toString(),
                                        table));

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aTableWrittenByHandIsReadAndComesBackFromItsJson() throws Exception {
        Path table = encoded(EXAMPLE_TABLE, "iort.dat");
        Path json = folder.resolve("iort.json");
        Program program = program(BuiltDistribution.startScript());
        Files.writeString(json, program.run("iort", "decode", table.toString()).out());

        assertThat(encoded(json.toString(), "again.dat")).hasSameBinaryContentAs(table);
        assertThat(program.run("inspect", table.toString()).out()).contains("smmuv3 IORT:0x48");
    }

    private Path encoded(String json, String name) throws Exception {
        Path table = folder.resolve(name);
        Answer answer =
                program(BuiltDistribution.startScript())
                        .run("iort", "encode", json, table.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        return table;
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws Exception {
        Path script = BuiltDistribution.startScript();
        Path temporary = Files.createDirectory(folder.resolve("tmp"));

        Answer answer =
                program(script)
                        .command(
                                List.of(
                                        "env",
                                        "VINCULUM_OPTS=-Dvinculum.scratch=" + temporary,
                                        script.toString(),
                                        "inspect",
                                        HOST));

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aDrawingIsMadeWithTheFeatureThatTheOptionBringsIn() throws Exception {
        Path svg = folder.resolve("picture.svg");

        Answer answer =
                program(BuiltDistribution.startScript())
                        .run("inspect", HOST, "--svg", svg.toString());

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(svg).content().contains("<svg");
    }

    private Program program(Path script) {
        return new Program(script, folder);
    }

    // With `cp -a`, as tar does: the cache is for jars of the same time.
    private Path copy(String name) throws Exception {
        Path to = folder.resolve(name);
        command("cp", "-a", BuiltDistribution.DISTRIBUTION.home().toString(), to.toString());
        return to;
    }

    private void command(String... line) throws Exception {
        Answer answer = program(BuiltDistribution.startScript()).command(List.of(line));
        assertThat(answer.code()).as(answer.err()).isZero();
    }
}
