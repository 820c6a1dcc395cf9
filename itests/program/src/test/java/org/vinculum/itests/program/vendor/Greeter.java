package org.vinculum.itests.program.vendor;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/// A bundle that can be seen to start and stop from outside the process.
public final class Greeter implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        System.err.println("greeter started");
    }

    @Override
    public void stop(BundleContext context) {
        System.err.println("greeter stopped");
    }
}
