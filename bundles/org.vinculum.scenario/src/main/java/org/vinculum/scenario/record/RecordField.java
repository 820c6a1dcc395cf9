package org.vinculum.scenario.record;

import org.vinculum.smmu.spec.Words;

/// One field of a queue's records by the key that scenarios give it.
public interface RecordField {
    String key();

    /// The most bits that a scenario may give for it.
    int width();

    /// Its value in a record; what a scenario would have to say for it.
    long in(Words record);

    /// A value as scenarios write it.
    String text(long value);
}
