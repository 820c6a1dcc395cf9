package org.vinculum.deploy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.service.log.LogEntry;

/// One log entry as one line: time of day, level, bundle, message, and an exception's own message.
final class LogLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private LogLine() {}

    static String of(LogEntry entry) {
        return entry.getException() == null
                ? brief(entry)
                : brief(entry) + ": " + entry.getException().getMessage();
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
