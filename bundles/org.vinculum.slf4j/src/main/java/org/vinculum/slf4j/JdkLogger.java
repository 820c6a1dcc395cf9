package org.vinculum.slf4j;

import java.lang.System.Logger.Level;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/// A logger that passes warnings and errors on. What the bundles of others say beyond that is of no use to who runs a
/// platform, and is dropped here, where it costs least.
final class JdkLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final transient System.Logger target;

    JdkLogger(String name) {
        this.name = name;
        this.target = System.getLogger(name);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return target.isLoggable(Level.WARNING);
    }

    @Override
    public boolean isErrorEnabled() {
        return target.isLoggable(Level.ERROR);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            org.slf4j.event.Level level,
            Marker marker,
            String pattern,
            Object[] arguments,
            Throwable thrown) {
        Level jdk = level == org.slf4j.event.Level.ERROR ? Level.ERROR : Level.WARNING;
        target.log(jdk, MessageFormatter.basicArrayFormat(pattern, arguments), thrown);
    }
}
