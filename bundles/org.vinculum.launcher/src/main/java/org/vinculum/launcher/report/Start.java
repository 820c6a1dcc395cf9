package org.vinculum.launcher.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/// One start of all bundles: keeps what went wrong until it is known whether it matters.
public final class Start {
    private static final String COMPONENT_REPORT = "start-report";

    private final BundleContext system;
    private final List<String> unresolved = new ArrayList<>();

    /// @param system of the framework itself
    public Start(BundleContext system) {
        this.system = system;
    }

    /// Starts every bundle that is not a fragment; goes on with the next after one that fails.
    public void all(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            try {
                if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start();
                }
            } catch (BundleException e) {
                unresolved.add(bundle.getSymbolicName() + ": " + e.getMessage());
            }
        }
    }

    /// @throws StartFailure when a bundle is not started
    public void refuseUnresolved() {
        if (!unresolved.isEmpty()) {
            throw failure("the start did not finish");
        }
    }

    /// The failure that says `summary`, with what is known about the reasons.
    public StartFailure failure(String summary) {
        List<String> reasons = new ArrayList<>(unresolved);
        Supplier<?> components =
                EntryService.find(system, Supplier.class, COMPONENT_REPORT).orElse(null);
        if (components != null && components.get() instanceof List<?> lines) {
            lines.forEach(line -> reasons.add(String.valueOf(line)));
        }
        return new StartFailure(summary, reasons);
    }
}
