package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/// The README is run: its transcripts print what they say, its bundle compiles and works, its links lead somewhere.
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));

    @TempDir Path work;

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static List<String> fences(String language) throws IOException {
        Pattern fence = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
        return fence.matcher(readme()).results().map(r -> r.group(1)).toList();
    }

    private static Stream<Arguments> transcripts() throws IOException {
        List<Arguments> transcripts = new ArrayList<>();
        for (String fence : fences("console")) {
            int end = fence.indexOf('\n');
            transcripts.add(Arguments.of(fence.substring(2, end), fence.substring(end + 1)));
        }
        return transcripts.stream();
    }

    /// A folder that looks like the root of the repository as far as the README's commands go.
    private Path likeTheRoot() throws IOException {
        Path root = Files.createDirectories(work.resolve("root"));
        Path start = RunningFelix.home().resolve("bin").resolve("vinculum");
        Files.createSymbolicLink(root.resolve("vinculum"), start);
        Files.createSymbolicLink(root.resolve("docs"), ROOT.resolve("docs"));
        return root;
    }

    private String run(Path root, String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void aTranscriptIsWhatTheCommandPrints(String command, String printed) throws Exception {
        assertThat(run(likeTheRoot(), command)).isEqualTo(printed);
    }

    @Test
    void theGuestTreeShownIsPartOfTheOneWritten() throws Exception {
        Path root = likeTheRoot();
        run(root, fences("console").getFirst().lines().findFirst().orElseThrow().substring(2));

        assertThat(Files.readString(root.resolve("guest1/guest.dts")))
                .contains(fences("dts").getFirst());
    }

    @Test
    void theBundleShownCompilesAndAddsItsFindingUntilItIsUninstalled() throws Exception {
        String source = fences("java").getFirst();
        byte[] jar = MadeBundle.of(work, "com.example.board", "CoherentWalks", source);
        Path host = work.resolve("host.dts");
        String tree = Files.readString(ROOT.resolve("docs/example/host.dts"));
        Files.writeString(host, tree.replace("        dma-coherent;\n", ""));
        try (RunningFelix felix = RunningFelix.of(work.resolve("storage"), "core")) {
            Bundle bundle = felix.install("board", jar);
            bundle.start();
            assertThat(felix.run("check", host.toString()).out())
                    .contains("warning example-walks-not-coherent /iommu@4f000000");

            bundle.uninstall();
            assertThat(felix.run("check", host.toString()).out())
                    .doesNotContain("example-walks-not-coherent");
        }
    }

    @Test
    void everyLinkLeadsToAFileOfTheRepository() throws Exception {
        List<String> targets =
                Pattern.compile("\\]\\(([^)#]+)\\)")
                        .matcher(readme())
                        .results()
                        .map((MatchResult r) -> r.group(1))
                        .filter(t -> !t.contains("://"))
                        .toList();

        assertThat(targets).isNotEmpty().allSatisfy(t -> assertThat(ROOT.resolve(t)).exists());
    }
}
