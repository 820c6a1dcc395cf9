package org.vinculum.commands.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.commands.models.FakeModel;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.Mismatch;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioPlayer;
import org.vinculum.scenario.model.ScenarioResult;

class ReplayVerbTest {
    @TempDir Path folder;

    private final List<PlayOptions> asked = new ArrayList<>();
    private final FakeParts parts = new FakeParts();
    private Session session;

    @BeforeEach
    void install() {
        parts.with(IommuModelFactory.class, new FakeModel("smmuv3-3.0", Map.of()))
                .with(IommuModelFactory.class, new FakeModel("thunderx2", Map.of()))
                .with(ScenarioPlayer.class, this::play);
        session = new Session(folder, parts).file("good.jsonl", "good").file("bad.jsonl", "bad");
    }

    private List<ScenarioResult> play(InputFile file, PlayOptions options) {
        asked.add(options);
        ScenarioResult passed = new ScenarioResult("one", 1, "m", Optional.empty());
        return switch (new String(file.content(), StandardCharsets.UTF_8)) {
            case "good" -> List.of(passed, passed);
            case "bad" ->
                    List.of(
                            passed,
                            new ScenarioResult(
                                    "two",
                                    5,
                                    "m",
                                    Optional.of(new Mismatch(7, "pa 0x1", "abort"))));
            default -> throw UnreadableInputException.at(file.name(), 3, 1, "JSON", "soup");
        };
    }

    @Test
    void whatPassedIsOnlyCounted() {
        Outcome outcome = session.run("replay good.jsonl good.jsonl");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("4 passed, 0 failed\n");
    }

    @Test
    void aFailureIsOneLineWithFileLineExpectedAndFound() {
        Outcome outcome = session.run("replay good.jsonl bad.jsonl");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        folder.resolve("bad.jsonl")
                                + ":7: two: expected pa 0x1, found abort\n3 passed, 1 failed\n");
    }

    @Test
    void aFileThatIsNoScenarioFileIsUnusable() {
        Outcome outcome = session.file("soup.jsonl", "soup").run("replay good.jsonl soup.jsonl");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).endsWith("soup.jsonl:3:1: expected JSON, found soup\n");
    }

    @Test
    void theModelIsTheOneNamed() {
        assertThat(session.run("replay --model thunderx2 good.jsonl").exit()).isZero();
        assertThat(session.run("replay --model smmuv3 good.jsonl").exit()).isZero();
        assertThat(session.run("replay good.jsonl").exit()).isZero();

        assertThat(asked)
                .extracting(PlayOptions::model)
                .containsExactly(Optional.of("thunderx2"), Optional.of("smmuv3"), Optional.empty());
    }

    @Test
    void withoutCachesTheModelsAreTheirUncachedSelves() {
        FakeModel uncached = new FakeModel("smmuv3-3.0", Map.of("caches", "none"));
        parts.without(IommuModelFactory.class)
                .with(
                        IommuModelFactory.class,
                        new FakeModel("smmuv3-3.0", Map.of()) {
                            @Override
                            public IommuModelFactory withoutCaches() {
                                return uncached;
                            }
                        });

        assertThat(session.run("replay --no-cache good.jsonl").exit()).isZero();
        assertThat(asked.getFirst().models()).containsExactly(uncached);
    }

    @Test
    void aModelThatIsNotThereIsAMistakeOfTheUser() {
        Outcome outcome = session.run("replay --model mmu-900 good.jsonl");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("vinculum: there is no model 'mmu-900', but smmuv3-3.0, thunderx2\n");
    }

    @Test
    void noFileIsAMistakeOfTheUser() {
        Outcome outcome = session.run("replay");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("FILE");
    }

    @Test
    void scenariosMayComeFromStandardInput() {
        assertThat(session.standardInput("good").run("replay -").out())
                .isEqualTo("2 passed, 0 failed\n");
    }

    @Test
    void theJsonReportKeepsToItsSchemaAndSaysTheSame() {
        Outcome outcome = session.run("replay --json bad.jsonl");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(Schemas.violations("replay", outcome.bytes())).isEmpty();
        assertThat(outcome.out())
                .contains("\"passed\": 1", "\"failed\": 1", "\"line\": 7", "\"scenario\": \"two\"");
    }

    @Test
    void withoutAPlayerThePartThatIsMissingIsNamed() {
        parts.without(ScenarioPlayer.class);

        Outcome outcome = session.run("replay good.jsonl");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("it comes with org.vinculum.scenario");
    }
}
