package org.vinculum.deploy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/// Keeps a record of what code was let in: the SHA-256 of each jar from the deploy folder, in the log.
@Component(
        name = "org.vinculum.deploy.jars",
        service = {},
        immediate = true)
public final class DeployedJars implements SynchronousBundleListener {
    private final BundleContext context;
    private final Logger log;
    // as FileInstall writes it: `file:/`, not the `file:///` of a Path
    private final String folder;

    @Activate
    public DeployedJars(
            BundleContext context, @Reference(service = LoggerFactory.class) Logger log) {
        this.context = context;
        this.log = log;
        this.folder = new File(context.getProperty("vinculum.deploy.folder")).toURI().toString();
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (!bundle.getLocation().startsWith(folder)) {
            return;
        }
        switch (event.getType()) {
            case BundleEvent.INSTALLED -> log.info("deployed {}", identity(bundle));
            case BundleEvent.UPDATED -> log.info("deployed anew {}", identity(bundle));
            case BundleEvent.UNINSTALLED -> log.info("removed {}", name(bundle));
            default -> {
                // started and stopped are the framework's news
            }
        }
    }

    private static String identity(Bundle bundle) {
        return name(bundle) + " sha256 " + digest(Path.of(URI.create(bundle.getLocation())));
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static String digest(Path jar) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            return "unknown, the file cannot be read: " + e.getMessage();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
