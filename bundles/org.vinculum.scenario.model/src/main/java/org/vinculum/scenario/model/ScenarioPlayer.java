package org.vinculum.scenario.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Replays scenario files. A service, stateless and safe for use by several threads.
@ProviderType
public interface ScenarioPlayer {
    /// Plays every scenario of a file, each against a model of its own that begins with reset.
    ///
    /// @return one result for each scenario, in the order of the file
    /// @throws UnreadableInputException with file and line, what was expected and what was found, when the file is no
    ///     scenario file or names a model that is not among those given
    List<ScenarioResult> play(InputFile file, PlayOptions options);
}
