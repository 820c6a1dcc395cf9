package org.vinculum.metrics.meter;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vinculum.domain.GuestTraffic;

/// What is measured of a virtual IOMMU.
public final class VirtualIommuMeters {
    private static final String PREFIX = "vinculum.viommu.";
    private static final String COMMANDS = "commands";
    private static final double NANOS = 1e9;

    /// In the order of [GuestTraffic].
    public static final List<Meaning<GuestTraffic>> ALL =
            List.of(
                    counter("commands", null, "Guest commands consumed", GuestTraffic::commands),
                    counter("syncs", null, "Guest CMD_SYNCs consumed", GuestTraffic::syncs),
                    counter(
                            "host.commands",
                            null,
                            "Host commands that the guest's caused",
                            GuestTraffic::hostCommands),
                    counter(
                            "command.errors",
                            null,
                            "Times the guest's command queue stopped with an error",
                            GuestTraffic::commandErrors),
                    counter(
                            "register.reads",
                            null,
                            "Register reads by the guest",
                            GuestTraffic::registerReads),
                    counter(
                            "register.writes",
                            null,
                            "Register writes by the guest",
                            GuestTraffic::registerWrites),
                    counter(
                            "budget.exhausted",
                            null,
                            "Register writes that left work to the scheduler",
                            GuestTraffic::exhausted),
                    counter(
                            "waited",
                            COMMANDS,
                            "Host commands of others executed while this one was ready and waited",
                            GuestTraffic::waited),
                    counter(
                            "events",
                            null,
                            "Records written to the guest's event queue",
                            GuestTraffic::events),
                    counter(
                            "events.dropped",
                            null,
                            "Records lost to overflow or the rate limit, of which the guest was"
                                    + " told",
                            GuestTraffic::eventsDropped),
                    counter(
                            "wait",
                            "seconds",
                            "Time that ready commands waited for their turn",
                            t -> t.waitNanos() / NANOS),
                    gauge(
                            "ring.waiting",
                            COMMANDS,
                            "Commands in the guest's ring",
                            GuestTraffic::waiting),
                    gauge(
                            "stalled",
                            "transactions",
                            "Transactions that wait for the guest",
                            GuestTraffic::stalled));

    private VirtualIommuMeters() {}

    private static Meaning<GuestTraffic> counter(
            String name, String unit, String description, ToDoubleFunction<GuestTraffic> value) {
        return new Meaning<>(PREFIX + name, unit, description, true, value);
    }

    private static Meaning<GuestTraffic> gauge(
            String name, String unit, String description, ToDoubleFunction<GuestTraffic> value) {
        return new Meaning<>(PREFIX + name, unit, description, false, value);
    }
}
