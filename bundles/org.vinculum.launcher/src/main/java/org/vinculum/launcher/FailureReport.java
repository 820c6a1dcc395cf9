package org.vinculum.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps stack traces out of the user's sight and within the developer's reach.
final class FailureReport {
    /// The exit code for a fault of ours.
    static final int OWN_FAILURE = 3;

    private FailureReport() {}

    /// Prints one sentence on stderr, with the file that has the rest.
    ///
    /// @return [#OWN_FAILURE]
    static int write(Throwable failure) {
        System.err.println("vinculum: did not start: " + failure.getMessage());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        try {
            Path report = Files.createTempFile("vinculum-failure-", ".txt");
            Files.writeString(report, trace.toString());
            System.err.println("vinculum: report written to " + report);
        } catch (IOException e) {
            System.err.println("vinculum: no place for a report: " + e.getMessage());
        }
        return OWN_FAILURE;
    }
}
