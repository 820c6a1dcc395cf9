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
        return new Commands(version, installed, Path.of(System.getProperty("java.io.tmpdir")));
    }
}
