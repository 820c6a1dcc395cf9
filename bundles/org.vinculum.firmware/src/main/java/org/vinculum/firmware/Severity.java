package org.vinculum.firmware;

/// How much a finding matters to somebody who boots with this firmware.
public enum Severity {
    /// Something will not work, or not be protected; `check` answers 1.
    ERROR,
    /// Works by luck or on some software only; `check` answers 1.
    WARNING,
    /// Unusual and harmless, or not to be decided here; `check` answers 0.
    NOTE
}
