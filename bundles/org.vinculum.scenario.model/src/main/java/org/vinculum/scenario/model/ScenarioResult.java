package org.vinculum.scenario.model;

import java.util.Optional;

/// What came of one scenario.
///
/// @param name as the file gives it
/// @param line of the file where it starts, from 1
/// @param model the name of the model it was played against
/// @param mismatch the first thing that was not as expected, after which nothing was played; empty when it passed
public record ScenarioResult(String name, int line, String model, Optional<Mismatch> mismatch) {
    public boolean passed() {
        return mismatch.isEmpty();
    }
}
