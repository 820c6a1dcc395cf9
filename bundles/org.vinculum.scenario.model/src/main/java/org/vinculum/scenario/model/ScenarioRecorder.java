package org.vinculum.scenario.model;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;

/// Writes what happened as scenarios that a [ScenarioPlayer] plays. A service, stateless and safe for use by several threads.
@ProviderType
public interface ScenarioRecorder {
    /// Starts a file with one scenario.
    ///
    /// @param out is closed with the recording
    /// @throws UncheckedIOException when it cannot be written
    Recording start(OutputStream out, Start start);

    /// Which machine a scenario is about.
    ///
    /// @param name for people
    /// @param model as [ModelNames] finds it
    /// @param identification values of 32 bits by architectural name: IDR0 to IDR6, IIDR, AIDR, PIDR0 to PIDR7
    /// @param cite what stands behind the scenario, for people
    record Start(String name, String model, SortedMap<String, Long> identification, String cite) {
        public Start {
            identification = Collections.unmodifiableSortedMap(new TreeMap<>(identification));
        }
    }
}
