package org.vinculum.deploy;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Has FileInstall read the folder `etc` into the configuration admin, and never write to it.
///
/// The deploy folder is FileInstall's own, through framework properties; a second folder needs a configuration.
@Component(
        name = "org.vinculum.deploy.configuration",
        service = {},
        immediate = true)
public final class ConfigurationFolder {
    private static final String WATCHER = "org.apache.felix.fileinstall";

    @Activate
    public ConfigurationFolder(BundleContext context, @Reference ConfigurationAdmin configurations)
            throws IOException {
        Dictionary<String, Object> watch = new Hashtable<>();
        watch.put("felix.fileinstall.dir", context.getProperty("vinculum.configuration.folder"));
        watch.put("felix.fileinstall.filter", ".*\\.config");
        watch.put("felix.fileinstall.poll", context.getProperty("felix.fileinstall.poll"));
        watch.put("felix.fileinstall.noInitialDelay", "true");
        watch.put("felix.fileinstall.enableConfigSave", "false");
        watch.put("felix.fileinstall.disableConfigSave", "true");
        configurations
                .getFactoryConfiguration(WATCHER, "configuration", "?")
                .updateIfDifferent(watch);
    }
}
