package org.vinculum.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/// Says of bundles that do not resolve what they want and what there is instead (OSGi Core 8, 3.8).
///
/// Only what nobody installed offers is named; a bundle that waits for another of these has no line of its own.
final class UnresolvedBundles {
    private final Bundle[] bundles;

    private UnresolvedBundles(Bundle[] bundles) {
        this.bundles = bundles;
    }

    /// One line for each thing that a bundle lacks, in the order of installation.
    static List<String> of(BundleContext context) {
        return new UnresolvedBundles(context.getBundles()).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (bundle.getState() == Bundle.INSTALLED && revision != null) {
                describe(revision, lines);
            }
        }
        return lines;
    }

    private void describe(BundleRevision revision, List<String> lines) {
        for (BundleRequirement wanted : revision.getDeclaredRequirements(null)) {
            if (needed(wanted) && !offered(wanted)) {
                lines.add(title(revision) + ": needs " + described(wanted));
            }
        }
    }

    private static boolean needed(BundleRequirement wanted) {
        String effective =
                wanted.getDirectives()
                        .getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        return effective.equals(Constants.EFFECTIVE_RESOLVE)
                && !Constants.RESOLUTION_OPTIONAL.equals(
                        wanted.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }

    private boolean offered(BundleRequirement wanted) {
        for (BundleCapability capability : capabilities(wanted.getNamespace())) {
            if (wanted.matches(capability)) {
                return true;
            }
        }
        return false;
    }

    private List<BundleCapability> capabilities(String namespace) {
        List<BundleCapability> all = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                all.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return all;
    }

    private String described(BundleRequirement wanted) {
        String filter = wanted.getDirectives().get(Constants.FILTER_DIRECTIVE);
        if (!wanted.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return wanted.getNamespace() + " " + filter + "; nothing that is installed offers it";
        }
        WantedPackage name = WantedPackage.of(filter);
        return "package " + name + "; " + there(name.name());
    }

    private String there(String name) {
        List<String> found = new ArrayList<>();
        for (BundleCapability capability : capabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                Object version = capability.getAttributes().get(Constants.VERSION_ATTRIBUTE);
                found.add(version + " (" + title(capability.getRevision()) + ")");
            }
        }
        return found.isEmpty() ? "there is none" : "there is " + String.join(", ", found);
    }

    private static String title(BundleRevision revision) {
        return revision.getSymbolicName() + " " + revision.getVersion();
    }
}
