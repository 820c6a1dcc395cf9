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
    private static final String RESOLUTION_REPORT = "resolution-report";

    private final BundleContext system;
    private final List<BundleException> failed = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

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
                failed.add(e);
                messages.add(bundle.getSymbolicName() + ": " + e.getMessage());
            }
        }
    }

    /// @throws StartFailure when a bundle is not started
    public void refuseUnresolved() {
        if (!failed.isEmpty()) {
            throw failure("the start did not finish");
        }
    }

    /// The failure that says `summary`, with what is known about the reasons.
    public StartFailure failure(String summary) {
        List<String> reasons = new ArrayList<>(lines(RESOLUTION_REPORT));
        boolean explained = !reasons.isEmpty();
        for (int i = 0; i < messages.size(); i++) {
            if (!explained || failed.get(i).getType() != BundleException.RESOLVE_ERROR) {
                reasons.add(messages.get(i));
            }
        }
        reasons.addAll(lines(COMPONENT_REPORT));
        return new StartFailure(summary, reasons);
    }

    /// Empty where nobody can tell.
    private List<String> lines(String entry) {
        Supplier<?> report = EntryService.find(system, Supplier.class, entry).orElse(null);
        List<String> lines = new ArrayList<>();
        if (report != null && report.get() instanceof List<?> all) {
            all.forEach(line -> lines.add(String.valueOf(line)));
        }
        return lines;
    }
}
