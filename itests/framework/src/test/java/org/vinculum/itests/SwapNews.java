package org.vinculum.itests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the log says of models and swaps.
final class SwapNews extends Handler {
    private static final Logger LOG = Logger.getLogger("org.vinculum.hypervisor");

    private static final Formatter MESSAGES =
            new Formatter() {
                @Override
                public String format(LogRecord line) {
                    return formatMessage(line);
                }
            };

    private final List<String> lines = new CopyOnWriteArrayList<>();

    SwapNews() {
        LOG.addHandler(this);
    }

    /// @param start of a line `LEVEL message`
    boolean has(String start, String within) {
        return lines.stream().anyMatch(line -> line.startsWith(start) && line.contains(within));
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + MESSAGES.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
