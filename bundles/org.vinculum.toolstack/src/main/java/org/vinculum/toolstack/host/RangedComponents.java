package org.vinculum.toolstack.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// Named components whose mappings are ranges. Linux translates only those with single mappings and a reader calls the others
/// buses, but the device issues the streams whatever Linux makes of them: whoever is given it is given all of them.
final class RangedComponents {
    /// More than any device has; a component with more stays a bus, which cannot be assigned.
    static final long MOST_STREAMS = 4096;

    private final Map<String, Master> masters = new LinkedHashMap<>();
    private final Set<String> ranged = new HashSet<>();
    private final List<Bus> buses = new ArrayList<>();
    private final Platform platform;

    RangedComponents(Platform platform) {
        this.platform = platform;
        platform.masters().forEach(master -> masters.putIfAbsent(master.path(), master));
        for (Bus bus : platform.buses()) {
            if (isComponent(bus)) {
                ranged.add(bus.path());
                masters.merge(bus.path(), master(bus), RangedComponents::united);
            } else {
                buses.add(bus);
            }
        }
    }

    /// The platform with such components among its masters.
    Platform platform() {
        return ranged.isEmpty()
                ? platform
                : new Platform(
                        platform.format(),
                        platform.iommus(),
                        List.copyOf(masters.values()),
                        buses,
                        platform.reserved());
    }

    /// Their paths.
    Set<String> paths() {
        return ranged;
    }

    private static boolean isComponent(Bus bus) {
        if (bus.pci().isPresent() || !ObjectPath.isOne(bus.path())) {
            return false;
        }
        long streams = 0;
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            streams += entry.outputLength();
        }
        return streams > 0 && streams <= MOST_STREAMS;
    }

    private static Master master(Bus bus) {
        Set<Master.StreamUse> streams = new LinkedHashSet<>();
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            for (long i = 0; i < entry.outputLength(); i++) {
                long id = (entry.outputBase() + i) & 0xffff_ffffL;
                streams.add(
                        new Master.StreamUse(
                                PhysicalStream.of(entry.target(), id), entry.outputMask()));
            }
        }
        return new Master(
                bus.path(),
                bus.enabled(),
                bus.coherent(),
                List.copyOf(streams),
                List.of(),
                bus.dma(),
                List.of());
    }

    private static Master united(Master single, Master ranges) {
        Set<Master.StreamUse> streams = new LinkedHashSet<>(single.streams());
        streams.addAll(ranges.streams());
        return new Master(
                single.path(),
                single.enabled(),
                single.coherent(),
                List.copyOf(streams),
                single.foreign(),
                single.dma(),
                single.messages());
    }
}
