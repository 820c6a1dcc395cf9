package org.vinculum.commands;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.verb.Installed;

/// What the command line and the shell have in common: the same commands, with the bundle's version.
final class Wiring {
    private Wiring() {}

    static Commands commands(Installed installed, BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        Path reports = Path.of(System.getProperty("java.io.tmpdir"));
        return new Commands(version, installed, reports, distribution(context));
    }

    // The start script names it; a framework that was started otherwise has no kit for vendors.
    private static Path distribution(BundleContext context) {
        String home = context.getProperty("vinculum.home");
        return Path.of(home == null ? "" : home);
    }
}
