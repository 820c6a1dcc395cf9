package org.vinculum.launcher.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.Constants;

/// Framework properties of a run; the bundles `org.vinculum.deploy` and `org.vinculum.machine` read those that start with
/// `vinculum.`.
final class FrameworkSettings {
    private static final String START_LEVEL = "10";

    /// What takes its time and nobody waits for starts after everything else, the shell included.
    private static final String LAST_START_LEVEL = "11";

    private static final String POLL_MILLISECONDS = "500";

    private FrameworkSettings() {}

    static Map<String, String> of(RunFolder folder) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, folder.storage().toString());
        settings.put(
                "felix.log.level",
                "0"); // its own log goes to stdout; errors reach the log service as events
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, LAST_START_LEVEL);
        settings.put("vinculum.run.folder", folder.toString());
        settings.put("vinculum.deploy.folder", folder.deploy().toString());
        settings.put("vinculum.configuration.folder", folder.configuration().toString());
        settings.put("felix.fileinstall.dir", folder.deploy().toString());
        settings.put("felix.fileinstall.filter", ".*\\.jar");
        settings.put("felix.fileinstall.poll", POLL_MILLISECONDS);
        settings.put("felix.fileinstall.noInitialDelay", "true");
        // a jar that cannot be started is a warning of its
        settings.put("felix.fileinstall.log.level", "2");
        settings.put("felix.fileinstall.start.level", START_LEVEL);
        settings.put("felix.fileinstall.tmpdir", folder.storage().resolve("unpacked").toString());
        settings.put("felix.fileinstall.enableConfigSave", "false");
        settings.put("felix.fileinstall.disableConfigSave", "true");
        // no server that nobody configured, and no console with a password that everybody knows
        settings.put("org.apache.felix.http.require.config", "true");
        settings.put("felix.webconsole.security.providers", "org.vinculum.console");
        settings.put("gosh.home", folder.configuration().toString());
        return settings;
    }
}
