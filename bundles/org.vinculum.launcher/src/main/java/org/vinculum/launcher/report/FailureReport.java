package org.vinculum.launcher.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Keeps stack traces out of the user's sight and within the developer's reach.
public final class FailureReport {
    /// The exit code for a fault of ours.
    public static final int OWN_FAILURE = 3;

    private FailureReport() {}

    /// Says on stderr what happened and which file has the rest.
    ///
    /// @return [#OWN_FAILURE]
    public static int write(Throwable failure) {
        System.err.println("vinculum: " + summary(failure));
        for (String reason : reasons(failure)) {
            System.err.println("  " + reason);
        }
        try {
            Path report = Files.createTempFile("vinculum-failure-", ".txt");
            Files.writeString(report, full(failure));
            System.err.println("vinculum: report written to " + report);
        } catch (IOException e) {
            System.err.println("vinculum: no place for a report: " + e.getMessage());
        }
        return OWN_FAILURE;
    }

    private static String summary(Throwable failure) {
        return failure instanceof StartFailure
                ? failure.getMessage()
                : "internal failure: " + failure;
    }

    private static List<String> reasons(Throwable failure) {
        return failure instanceof StartFailure start ? start.reasons() : List.of();
    }

    private static String full(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        reasons(failure).forEach(lines::println);
        failure.printStackTrace(lines);
        lines.flush();
        return text.toString();
    }
}
