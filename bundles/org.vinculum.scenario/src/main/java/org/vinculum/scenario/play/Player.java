package org.vinculum.scenario.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.file.LineReader;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Step;
import org.vinculum.scenario.model.ModelNames;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioResult;

/// Plays a file: its lines one after the other, each scenario up to its first mismatch.
public final class Player {
    /// Scenarios in a file, each of which makes a model.
    static final int MAX_SCENARIOS = 1 << 14;

    private final InputFile file;
    private final PlayOptions options;
    private final List<ScenarioResult> results = new ArrayList<>();

    private Player(InputFile file, PlayOptions options) {
        this.file = file;
        this.options = options;
    }

    /// @throws UnreadableInputException with file and line, what was expected and what was found
    public static List<ScenarioResult> play(InputFile file, PlayOptions options) {
        return new Player(file, options).play();
    }

    private List<ScenarioResult> play() {
        LineReader lines = new LineReader(file);
        Optional<Step> start = lines.next();
        while (start.isPresent()) {
            start = playScenario(start.get(), lines);
        }
        return results;
    }

    /// Returns the line that starts the next scenario.
    private Optional<Step> playScenario(Step first, LineReader lines) {
        if (!(first.line() instanceof Line.Start start)) {
            throw error(first, "a scenario line first", "another line");
        }
        if (results.size() == MAX_SCENARIOS) {
            throw error(first, "at most " + MAX_SCENARIOS + " scenarios", "more");
        }
        IommuModelFactory model = model(first, start);
        try (ScenarioRun run = new ScenarioRun(file.name(), model, start, first.number())) {
            Optional<Step> next = lines.next();
            while (next.isPresent() && !(next.get().line() instanceof Line.Start)) {
                run.play(next.get());
                next = lines.next();
            }
            results.add(run.result());
            return next;
        }
    }

    private IommuModelFactory model(Step step, Line.Start start) {
        String name = options.model().or(start::model).orElse(ModelNames.DEFAULT_FAMILY);
        return ModelNames.find(name, options.models())
                .orElseThrow(() -> error(step, "the name of an installed model", name));
    }

    private UnreadableInputException error(Step step, String expected, String found) {
        return UnreadableInputException.at(file.name(), step.number(), 1, expected, found);
    }
}
