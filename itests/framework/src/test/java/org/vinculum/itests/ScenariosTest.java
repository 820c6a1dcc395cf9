package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.RunningFelix.Answer;

/// Scenarios played against our model in the framework: those that lie beside the repository, results of a running QEMU and
/// of the architecture, and our own for what they leave out.
class ScenariosTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));
    private static final Path SHARED = ROOT.resolveSibling("shared/vectors");
    private static final Path OWN = ROOT.resolve("itests/framework/src/test/scenarios");

    @TempDir static Path storage;
    static RunningFelix felix;

    @BeforeAll
    static void start() throws Exception {
        felix = RunningFelix.of(storage, "core", "models");
    }

    @AfterAll
    static void stop() throws Exception {
        felix.close();
    }

    private static Answer replay(Path folder, String... options) throws Exception {
        assumeTrue(Files.isDirectory(folder), "no scenarios: there is no folder " + folder);
        List<String> words = new ArrayList<>(List.of("replay"));
        words.addAll(List.of(options));
        words.addAll(files(folder));
        return felix.run(words.toArray(String[]::new));
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            files.forEach(file -> names.add(file.toString()));
        }
        Collections.sort(names);
        return names;
    }

    private static void assertAllPassed(Answer answer) {
        assertThat(answer.out()).matches("[1-9][0-9]* passed, 0 failed\n");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
    }

    @Test
    void theModelDoesWhatEverySharedScenarioAsksFor() throws Exception {
        assertAllPassed(replay(SHARED));
    }

    @Test
    void theModelDoesTheSameWithoutItsCaches() throws Exception {
        assertAllPassed(replay(SHARED, "--no-cache"));
    }

    @Test
    void theModelDoesWhatOurScenariosAskFor() throws Exception {
        assertAllPassed(replay(OWN));
    }

    @Test
    void withoutCachesNothingStaleIsUsed() throws Exception {
        Answer answer = replay(OWN, "--no-cache");

        assertThat(answer.out())
                .contains("el2: expected pa 0x40100000, found pa 0x40108000\n")
                .endsWith(" passed, 1 failed\n");
    }

    @Test
    void aProductDoesWhatTheScenariosSayWhenItAdvertisesWhatTheyDo() throws Exception {
        assertAllPassed(replay(SHARED, "--model", "mmu-700-r1p1"));
    }

    @Test
    void aProductWhosePrefetchIsBrokenIsCaught() throws Exception {
        Answer answer = replay(SHARED, "--model", "hi161x");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out())
                .contains("cmd-legal-0: expected all commands consumed, found 1 between")
                .endsWith(" passed, 2 failed\n");
    }
}
