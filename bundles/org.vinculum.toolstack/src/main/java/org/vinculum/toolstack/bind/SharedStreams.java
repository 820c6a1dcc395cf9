package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.pci.AssignedFunction;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Refuses to split a stream: devices that share one cannot be told apart by the SMMU, so what one domain's device may
/// reach, the other domain's may too.
final class SharedStreams {
    private final Map<PhysicalStream, List<String>> users = new HashMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final MappedRanges mapped = new MappedRanges();
    private final Verdict verdict;

    /// Devices that the host's firmware disables issue nothing and count as nobody's.
    SharedStreams(Host host, List<Device> devices, Verdict verdict) {
        this.verdict = verdict;
        for (Master master : host.platform().masters()) {
            if (master.enabled()) {
                for (Master.StreamUse use : master.streams()) {
                    users.computeIfAbsent(use.stream(), _ -> new ArrayList<>(1)).add(master.path());
                }
            }
        }
        devices.forEach(device -> assigned.add(device.path()));
        for (Bus bus : host.platform().buses()) {
            if (bus.enabled()) {
                bus.iommuMap().entries().forEach(entry -> mapped.add(bus, entry));
            }
        }
    }

    void check(Device device) {
        List<PhysicalStream> streams = new ArrayList<>();
        device.streams().forEach(use -> streams.add(use.stream()));
        check(streams, device.path(), device.place());
        warnOfRequesters(device, streams);
    }

    // Which functions there are is known only when the machine runs, so this is no refusal.
    private void warnOfRequesters(Device device, List<PhysicalStream> streams) {
        for (PhysicalStream stream : streams) {
            String bus = mapped.busOf(stream);
            if (bus != null) {
                verdict.warn(
                        "stream-mapped",
                        device.place(),
                        "'"
                                + device.path()
                                + "' uses "
                                + stream
                                + ", which a requester behind "
                                + bus
                                + " would be mapped to as well; make sure that there is none");
                return;
            }
        }
    }

    void check(AssignedFunction function) {
        check(
                List.of(function.stream()),
                function.function().address(),
                function.function().place().toString());
    }

    // One reason for a device, however many of its streams are shared.
    private void check(List<PhysicalStream> streams, String device, String place) {
        Set<String> others = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (PhysicalStream stream : streams) {
            for (String user : users.getOrDefault(stream, List.of())) {
                if (!assigned.contains(user)) {
                    others.add(user);
                    shared.add(stream.toString());
                }
            }
        }
        if (!others.isEmpty()) {
            verdict.refuse(
                    "stream-shared",
                    place,
                    "'"
                            + device
                            + "' shares "
                            + Sentences.list(List.copyOf(shared))
                            + " with "
                            + Sentences.list(List.copyOf(others))
                            + ", which would stay with the host; the SMMU cannot tell them apart:"
                            + " give all of them to this domain, or none");
        }
    }
}
