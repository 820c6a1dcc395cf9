package org.vinculum.deploy;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.Logger;
import org.osgi.service.log.admin.LoggerAdmin;

/// Prints the log service's entries on stderr, because stdout belongs to results.
@Component(
        name = "org.vinculum.deploy.log",
        service = {},
        immediate = true)
public final class LogOnStderr implements LogListener {
    private final LogReaderService log;

    @Activate
    public LogOnStderr(@Reference LogReaderService log, @Reference LoggerAdmin levels) {
        this.log = log;
        levels.getLoggerContext(null).setLogLevels(Map.of(Logger.ROOT_LOGGER_NAME, LogLevel.INFO));
        log.addLogListener(this);
    }

    @Deactivate
    void stop() {
        log.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (threshold(entry).implies(entry.getLogLevel())) {
            System.err.println(LogLine.of(entry));
        }
    }

    // The framework's events arrive under these names; only what went wrong there is news.
    // Entries from before the log service started have no name, and a listener that throws is
    // dropped.
    private static LogLevel threshold(LogEntry entry) {
        return String.valueOf(entry.getLoggerName()).startsWith("Events.")
                ? LogLevel.WARN
                : LogLevel.INFO;
    }
}
