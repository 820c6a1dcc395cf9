package org.vinculum.scenario.play;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.Mismatch;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioResult;

/// Plays scenarios written in a test: the set-up below, then the lines of the test from line 7 on.
final class Played {
    static final String SETUP =
            """
            {"scenario":"s"}
            {"ram":"0x40000000","size":"0x10000000"}
            {"write":"0x90","width":8,"value":"0x40001003"}
            {"write":"0xa0","width":8,"value":"0x40002002"}
            {"write":"0xc0","width":8,"value":"0x40003002"}
            {"write":"0x20","width":4,"value":"0xd"}
            """;

    private Played() {}

    static List<ScenarioResult> text(String text, IommuModelFactory... models) {
        return Player.play(
                InputFile.of("s.jsonl", text.getBytes(StandardCharsets.UTF_8)),
                new PlayOptions(List.of(models), Optional.empty()));
    }

    /// What a model did wrong after the set-up.
    static Optional<Mismatch> mismatch(BypassModel.Maker model, String lines) {
        return text(SETUP + lines, BypassModel.factory("smmuv3-3.0", model)).getFirst().mismatch();
    }

    /// What the model that behaves did wrong after the set-up.
    static Optional<Mismatch> mismatch(String lines) {
        return mismatch(BypassModel::new, lines);
    }
}
