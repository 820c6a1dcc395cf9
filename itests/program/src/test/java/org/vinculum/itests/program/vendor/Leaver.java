package org.vinculum.itests.program.vendor;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/// A bundle that ends the process, in the way the shell's `exit 7` does it.
public final class Leaver implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        new Thread(Leaver::leave, "leaver").start();
    }

    @Override
    public void stop(BundleContext context) {
        System.err.println("leaver stopped");
    }

    private static void leave() {
        System.exit(7);
    }
}
