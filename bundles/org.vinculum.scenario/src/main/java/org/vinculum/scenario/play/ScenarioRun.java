package org.vinculum.scenario.play;

import java.util.Optional;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Step;
import org.vinculum.scenario.machine.ModelFault;
import org.vinculum.scenario.model.Mismatch;
import org.vinculum.scenario.model.ScenarioResult;

/// One scenario on its way.
///
/// The model is made at its first line, so that what cannot be made is a mismatch like any other.
final class ScenarioRun implements AutoCloseable {
    private final String file;
    private final IommuModelFactory factory;
    private final Line.Start start;
    private final int number;
    private Optional<Mismatch> mismatch = Optional.empty();
    private Machine machine;
    private LinePlayer player;

    ScenarioRun(String file, IommuModelFactory factory, Line.Start start, int number) {
        this.file = file;
        this.factory = factory;
        this.start = start;
        this.number = number;
        attempt(number, this::reset);
    }

    private void reset() {
        machine = new Machine(factory, start.identification());
        player = new LinePlayer(machine);
        machine.resetBypass();
    }

    /// Plays a line, unless the scenario has failed.
    ///
    /// @throws UnreadableInputException when the line makes no sense after those before it
    void play(Step step) {
        if (mismatch.isEmpty()) {
            attempt(step.number(), () -> player.play(step.line()));
        }
    }

    private void attempt(int line, Runnable action) {
        try {
            action.run();
        } catch (ScriptMistake e) {
            throw UnreadableInputException.at(file, line, 1, e.expected(), e.found());
        } catch (ScenarioFailure e) {
            mismatch = Optional.of(new Mismatch(line, e.expected(), e.found()));
        } catch (ModelFault e) {
            mismatch = Optional.of(new Mismatch(line, "a model that answers", "" + e.getCause()));
        }
    }

    ScenarioResult result() {
        return new ScenarioResult(start.name(), number, factory.name(), mismatch);
    }

    @Override
    public void close() {
        if (machine != null) {
            machine.close();
        }
    }
}
