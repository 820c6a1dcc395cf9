package org.vinculum.benchmark;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/// Something that can be measured. A service; `vinculum bench` runs it.
@ConsumerType
public interface Benchmark {
    /// What it is called on the command line, lower case, e.g. `fairness`.
    String name();

    /// What is measured, one line for people.
    String title();

    /// Measures.
    ///
    /// @param progress told a line now and then, for people who wait
    /// @throws InterruptedException when the thread is interrupted; nothing is left running
    Report run(Consumer<String> progress) throws InterruptedException;
}
