package org.vinculum.launcher.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.distribution.InstallList;

/// Brings the bundles in persistent storage in line with the features asked for.
///
/// A location is `vinculum:FILE#SHA-256`: it names content, not a place, so the distribution and the run's folder may
/// both move, and a bundle that changed is another one.
final class FeatureBundles {
    private static final String SCHEME = "vinculum:";

    private final Distribution distribution;
    private final BundleContext context;

    FeatureBundles(Distribution distribution, BundleContext context) {
        this.distribution = distribution;
        this.context = context;
    }

    /// @param deploy bundles from there stay; those from elsewhere belong to a folder that has moved
    /// @return the bundles of `wanted`, lower start levels first, otherwise in its order
    List<Bundle> align(InstallList wanted, Path deploy) throws BundleException, IOException {
        Map<String, InstallList.Entry> byLocation = new HashMap<>();
        for (InstallList.Entry entry : wanted.entries()) {
            byLocation.put(location(entry), entry);
        }
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() != 0
                    && !byLocation.containsKey(bundle.getLocation())
                    && !bundle.getLocation().startsWith(deploy.toFile().toURI().toString())) {
                bundle.uninstall();
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        for (InstallList.Entry entry : byStartLevel(wanted)) {
            bundles.add(install(entry));
        }
        return bundles;
    }

    private static List<InstallList.Entry> byStartLevel(InstallList list) {
        return list.entries().stream()
                .sorted(Comparator.comparingInt(InstallList.Entry::startLevel))
                .toList();
    }

    private Bundle install(InstallList.Entry entry) throws BundleException, IOException {
        Bundle bundle = context.getBundle(location(entry));
        if (bundle == null) {
            try (InputStream jar =
                    new BufferedInputStream(Files.newInputStream(distribution.bundle(entry)))) {
                bundle = context.installBundle(location(entry), jar);
            }
        }
        bundle.adapt(BundleStartLevel.class).setStartLevel(entry.startLevel());
        return bundle;
    }

    private static String location(InstallList.Entry entry) {
        return SCHEME + entry.file() + "#" + entry.digest();
    }
}
