package org.vinculum.deploy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.service.log.LogEntry;

/// One log entry as one line: time of day, level, bundle, message, and what an exception and its causes say that has not been
/// said.
final class LogLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /// Causes may be a ring.
    private static final int DEPTH = 16;

    private LogLine() {}

    static String of(LogEntry entry) {
        StringBuilder line = new StringBuilder(brief(entry));
        Throwable cause = entry.getException();
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            String message = cause.getMessage();
            if (message != null && line.indexOf(message) < 0) {
                line.append(": ").append(message);
            }
            cause = cause.getCause();
        }
        return line.toString();
    }

    /// Without the exception.
    static String brief(LogEntry entry) {
        StringBuilder line = new StringBuilder();
        line.append(
                TIME.format(Instant.ofEpochMilli(entry.getTime()).atZone(ZoneId.systemDefault())));
        line.append(' ').append(entry.getLogLevel());
        if (entry.getBundle() != null) {
            line.append(' ').append(entry.getBundle().getSymbolicName());
        }
        line.append(": ").append(entry.getMessage());
        return line.toString();
    }
}
