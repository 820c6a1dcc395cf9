package org.vinculum.scenario;

import java.io.OutputStream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.scenario.model.Recording;
import org.vinculum.scenario.model.ScenarioRecorder;
import org.vinculum.scenario.recording.JsonLinesRecording;

/// Writes scenarios in JSON Lines.
@Component(name = "org.vinculum.scenario.recorder")
@Capability(namespace = "vinculum.contract", name = "scenario.recorder", version = "1.0")
public final class JsonLinesRecorder implements ScenarioRecorder {
    @Override
    public Recording start(OutputStream out, Start start) {
        return new JsonLinesRecording(out, start);
    }
}
