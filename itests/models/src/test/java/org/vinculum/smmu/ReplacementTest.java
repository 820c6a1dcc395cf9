package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.scenario.JsonLinesPlayer;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioResult;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// Scenarios stop at every command boundary, the state goes to a model of another product, and the results are the same.
class ReplacementTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));

    /// It asks for a translation that only a cache still knows, and caches are not part of a state.
    private static final String ABOUT_CACHES = "el2";

    /// Both are asked to show the identification that the scenario gives.
    private static IommuModelFactory replaced() {
        return new IommuModelFactory() {
            @Override
            public String name() {
                return "smmuv3-3.3";
            }

            @Override
            public String kind() {
                return "smmuv3";
            }

            @Override
            public Map<String, String> features() {
                return Map.of();
            }

            @Override
            public IommuModel create(
                    IommuSurroundings surroundings, Map<String, Long> identification) {
                return new ReplacedModel(
                        List.of(maker("smmuv3-3.3"), maker("mmu-700-r1p1")),
                        surroundings,
                        identification);
            }
        };
    }

    private static IommuModelFactory maker(String name) {
        SmmuProfile profile =
                Profiles.all().stream()
                        .filter(one -> one.name().equals(name))
                        .findAny()
                        .orElseThrow();
        return new SmmuFactory(profile, TranslationEngine.maker(profile.caches()));
    }

    private static void assertSameResults(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(folder), "no scenarios: there is no folder " + folder);
        List<ScenarioResult> results = new ArrayList<>();
        var options = new PlayOptions(List.of(replaced()), Optional.of("smmuv3-3.3"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path file : files) {
                results.addAll(new JsonLinesPlayer().play(InputFile.read(file), options));
            }
        }
        assertThat(results)
                .isNotEmpty()
                .filteredOn(result -> !result.name().equals(ABOUT_CACHES))
                .allSatisfy(result -> assertThat(result.mismatch()).as(result.name()).isEmpty());
    }

    @Test
    void aModelReplacedAfterEveryCommandDoesWhatTheSharedScenariosAskFor() throws IOException {
        assertSameResults(ROOT.resolveSibling("shared/vectors"));
    }

    @Test
    void aModelReplacedAfterEveryCommandDoesWhatOurScenariosAskFor() throws IOException {
        assertSameResults(ROOT.resolve("itests/framework/src/test/scenarios"));
    }
}
