package org.vinculum.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioResult;

/// A file of several scenarios, and which model each one gets.
class PlayerTest {
    @Test
    void theFirstMismatchEndsAScenarioButNotTheFile() {
        List<ScenarioResult> results =
                Played.text(
                        """
                        {"scenario":"one"}
                        {"read":0,"width":4,"expect":0}
                        {"read":4,"width":4,"expect":0}

                        {"scenario":"two","idr":{"IDR0":"0x5"}}
                        {"read":0,"width":4,"expect":5}
                        """,
                        BypassModel.named("smmuv3-3.0"));
        assertThat(results).extracting(ScenarioResult::name).containsExactly("one", "two");
        assertThat(results).extracting(ScenarioResult::line).containsExactly(1, 5);
        assertThat(results).extracting(ScenarioResult::passed).containsExactly(false, true);
        assertThat(results.getFirst().mismatch().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void eachScenarioStartsFromReset() {
        assertThat(
                        Played.text(
                                (Played.SETUP
                                                + "{\"read\":\"0x24\",\"width\":4,\"expect\":0}\n"
                                                + "{\"peek\":\"0x40000000\",\"words\":[0]}\n"
                                                + "{\"mem\":\"0x40000000\",\"words\":[1]}\n"
                                                + "{\"write\":\"0x24\",\"width\":4,\"value\":1}\n")
                                        .repeat(2),
                                BypassModel.named("smmuv3-3.0")))
                .allMatch(ScenarioResult::passed);
    }

    @Test
    void theFamilyMeansItsHighestVersion() {
        assertThat(
                        Played.text(
                                        "{\"scenario\":\"s\",\"model\":\"smmuv3\"}",
                                        BypassModel.named("smmuv3-3.9"),
                                        BypassModel.named("smmuv3-3.10"),
                                        BypassModel.named("smmuv3-3.1"),
                                        BypassModel.named("smmuv3-x"),
                                        BypassModel.named("mmu-600-r0p0"))
                                .getFirst()
                                .model())
                .isEqualTo("smmuv3-3.10");
    }

    @Test
    void aNamedModelBeatsTheScenarios() {
        InputFile file =
                InputFile.of(
                        "s.jsonl",
                        "{\"scenario\":\"s\",\"model\":\"smmuv3\"}"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(
                        Player.play(
                                        file,
                                        new PlayOptions(
                                                List.of(
                                                        BypassModel.named("smmuv3-3.0"),
                                                        BypassModel.named("mmu-600-r0p0")),
                                                Optional.of("mmu-600-r0p0")))
                                .getFirst()
                                .model())
                .isEqualTo("mmu-600-r0p0");
    }

    @Test
    void aModelThatIsNotThereIsAMistakeOfTheFile() {
        assertThatThrownBy(() ->
                        Played.text(
                                "\n{\"scenario\":\"s\",\"model\":\"mmu-900\"}",
                                BypassModel.named("smmuv3-3.0")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("s.jsonl:2:1: expected the name of an installed model, found mmu-900");
    }

    @Test
    void aFileStartsWithAScenario() {
        assertThatThrownBy(() -> Played.text("{\"irq\":[]}", BypassModel.named("smmuv3-3.0")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith("s.jsonl:1:1: expected a scenario line first");
    }

    @Test
    void anEmptyFileHasNoScenarios() {
        assertThat(Played.text("\n \r\n", BypassModel.named("smmuv3-3.0"))).isEmpty();
    }

    @Test
    void theNumberOfScenariosIsBounded() {
        assertThatThrownBy(() ->
                        Played.text(
                                "{\"scenario\":\"s\"}\n".repeat(Player.MAX_SCENARIOS + 1),
                                BypassModel.named("smmuv3-3.0")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("expected at most 16384 scenarios");
    }
}
