package org.vinculum.metrics;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.domain.Machine;
import org.vinculum.metrics.meter.MachineRegistry;
import org.vinculum.metrics.scrape.ScrapeEndpoint;

/// Measures every machine in operation, has Prometheus read the meters, and offers their registry to whoever has more.
@Component(
        name = "org.vinculum.metrics",
        configurationPid = "org.vinculum.metrics",
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"io.micrometer.core.instrument.MeterRegistry\""})
public final class Metrics {
    private static final Logger LOG = System.getLogger("org.vinculum.metrics");
    private static final int HIGHEST_PORT = 0xffff;
    private static final String NAME = "name";
    private static final String ID = "service.id";

    /// Property of the registry's service: where the meters are read.
    private static final String ENDPOINT = "endpoint";

    /// The configuration.
    @interface Config {
        /// Where it listens on the loopback address; 0 for any port that is free, -1 for none.
        int port() default 9464;
    }

    private final MachineRegistry machines = new MachineRegistry();
    private final Map<Long, String> names = new HashMap<>();
    private final ServiceRegistration<MeterRegistry> offered;
    private final ScrapeEndpoint endpoint;

    @Activate
    public Metrics(BundleContext context, Config config) {
        this.endpoint = config.port() < 0 ? null : listen(config.port());
        Dictionary<String, Object> properties = new Hashtable<>();
        if (endpoint != null) {
            properties.put(ENDPOINT, endpoint.location());
        }
        this.offered =
                context.registerService(MeterRegistry.class, machines.registry(), properties);
    }

    /// Without an endpoint everything else goes on.
    private ScrapeEndpoint listen(int port) {
        if (port > HIGHEST_PORT) {
            LOG.log(Level.ERROR, "there is no port {0,number,#}; nobody can read the meters", port);
            return null;
        }
        try {
            var made = new ScrapeEndpoint(port, machines::scrape);
            LOG.log(Level.INFO, "meters are at {0}", made.location());
            return made;
        } catch (IOException e) {
            LOG.log(
                    Level.ERROR,
                    "port {0,number,#} is not to be had ({1}); nobody can read the meters",
                    port,
                    e.getMessage());
            return null;
        }
    }

    @Reference(name = "machines", cardinality = MULTIPLE, policy = DYNAMIC)
    void addMachine(Machine machine, ServiceReference<Machine> reference) {
        machines.add(name(reference), machine);
    }

    /// The machine's own name, or with its service's number where that is taken or missing.
    private String name(ServiceReference<Machine> reference) {
        Long id = (Long) reference.getProperty(ID);
        synchronized (names) {
            String name = reference.getProperty(NAME) instanceof String s ? s : "machine";
            String free = names.containsValue(name) ? name + "-" + id : name;
            names.put(id, free);
            return free;
        }
    }

    void removeMachine(Machine machine, ServiceReference<Machine> reference) {
        machines.remove(machine);
        synchronized (names) {
            names.remove((Long) reference.getProperty(ID));
        }
    }

    @Deactivate
    void stop() {
        if (endpoint != null) {
            endpoint.close();
        }
        offered.unregister();
        machines.close();
    }
}
