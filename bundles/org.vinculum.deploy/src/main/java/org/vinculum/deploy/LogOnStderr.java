package org.vinculum.deploy;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleException;
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

    /// Says what bundles lack that do not resolve.
    @Reference(
            target = "(vinculum.entry=resolution-report)",
            cardinality = OPTIONAL,
            policy = DYNAMIC,
            policyOption = GREEDY)
    private volatile Supplier<?> resolution;

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
            List<?> reasons = unresolved(entry);
            System.err.println(reasons.isEmpty() ? LogLine.of(entry) : LogLine.brief(entry));
            reasons.forEach(reason -> System.err.println("  " + reason));
        }
    }

    // The resolver's own words are a filter within a filter.
    private List<?> unresolved(LogEntry entry) {
        Supplier<?> report = resolution;
        return report != null
                        && doesNotResolve(entry.getException())
                        && report.get() instanceof List<?> lines
                ? lines
                : List.of();
    }

    // The log service keeps another exception in the place of the one that was logged.
    private static boolean doesNotResolve(Throwable logged) {
        return logged instanceof BundleException e
                ? e.getType() == BundleException.RESOLVE_ERROR
                : String.valueOf(logged).contains("Unable to resolve ");
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
