package org.vinculum.itests.program.vendor;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;

/// A bundle that says what it is configured with.
public final class Configured implements BundleActivator, ManagedService {
    public static final String PID = "com.example.configured";

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, this, properties);
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public void updated(Dictionary<String, ?> properties) {
        System.err.println("budget " + (properties == null ? "absent" : properties.get("budget")));
    }
}
