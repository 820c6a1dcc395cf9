package org.vinculum.scenario;

import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.firmware.InputFile;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioPlayer;
import org.vinculum.scenario.model.ScenarioResult;
import org.vinculum.scenario.play.Player;

/// Replays scenarios in JSON Lines.
@Component(name = "org.vinculum.scenario.player")
@Capability(namespace = "vinculum.contract", name = "scenario.player", version = "1.0")
public final class JsonLinesPlayer implements ScenarioPlayer {
    @Override
    public List<ScenarioResult> play(InputFile file, PlayOptions options) {
        return Player.play(file, options);
    }
}
