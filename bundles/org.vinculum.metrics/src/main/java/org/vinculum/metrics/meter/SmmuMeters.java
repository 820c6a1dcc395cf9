package org.vinculum.metrics.meter;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vinculum.domain.HostTraffic;

/// What is measured of a physical SMMU.
public final class SmmuMeters {
    private static final String PREFIX = "vinculum.smmu.";

    /// In the order of [HostTraffic].
    public static final List<Meaning<HostTraffic>> ALL =
            List.of(
                    counter("commands", "Commands written to the ring", HostTraffic::commands),
                    counter("syncs", "CMD_SYNCs written to the ring", HostTraffic::syncs),
                    counter(
                            "command.errors",
                            "Times the command queue stopped",
                            HostTraffic::commandErrors),
                    counter(
                            "device.timeouts",
                            "Devices that did not answer an invalidation",
                            HostTraffic::deviceTimeouts),
                    counter(
                            "sync.timeouts",
                            "CMD_SYNCs that did not complete in time",
                            HostTraffic::syncTimeouts),
                    counter("events", "Records taken from the event queue", HostTraffic::events),
                    counter(
                            "events.unclaimed",
                            "Records of streams that no domain has",
                            HostTraffic::eventsUnclaimed),
                    counter(
                            "event.overflows",
                            "Times the event queue overflowed",
                            HostTraffic::overflows),
                    counter("translations", "Translations asked for", HostTraffic::translations),
                    counter(
                            "translation.hits",
                            "Translations answered from what the SMMU remembered",
                            HostTraffic::translationHits),
                    new Meaning<>(
                            PREFIX + "ring.waiting",
                            "commands",
                            "Commands in the ring",
                            false,
                            HostTraffic::waiting));

    private SmmuMeters() {}

    private static Meaning<HostTraffic> counter(
            String name, String description, ToDoubleFunction<HostTraffic> value) {
        return new Meaning<>(PREFIX + name, null, description, true, value);
    }
}
