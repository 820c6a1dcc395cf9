package org.vinculum.metrics.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.IdentityHashMap;
import java.util.Map;
import org.vinculum.domain.Machine;

/// The registry that everybody's meters are in, with those of the machines. For several threads.
public final class MachineRegistry implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Machine, MachineMeters> machines = new IdentityHashMap<>();

    /// @param name which no other machine has
    public synchronized void add(String name, Machine machine) {
        machines.computeIfAbsent(
                machine, m -> new MachineMeters(registry, name, m, System::nanoTime));
    }

    public synchronized void remove(Machine machine) {
        MachineMeters meters = machines.remove(machine);
        if (meters != null) {
            meters.close();
        }
    }

    public MeterRegistry registry() {
        return registry;
    }

    /// Everything as text, after a look at which domains there are.
    ///
    /// @param contentType one of Prometheus' text formats
    public synchronized String scrape(String contentType) {
        machines.values().forEach(MachineMeters::refresh);
        return registry.scrape(contentType);
    }

    @Override
    public synchronized void close() {
        machines.values().forEach(MachineMeters::close);
        machines.clear();
        registry.close();
    }
}
