package org.vinculum.toolstack.pci;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.toolstack.config.PciFunction;
import org.vinculum.toolstack.host.Terms;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Finds the host bridge and the stream of each function in `pci`.
public final class PciAssignments {
    private static final int RID_BITS = 0xffff;

    private final SortedMap<Integer, List<Bus>> segments = new TreeMap<>();
    private final Terms terms;
    private final Verdict verdict;

    private PciAssignments(Platform platform, Verdict verdict) {
        this.terms = Terms.of(platform.format());
        this.verdict = verdict;
        for (Bus bus : platform.buses()) {
            bus.pci().ifPresent(pci -> add(pci.segment(), bus));
        }
    }

    private void add(int segment, Bus bus) {
        segments.computeIfAbsent(segment, _ -> new ArrayList<>(1)).add(bus);
    }

    /// The functions that can be assigned, in the configuration's order; says why others cannot.
    ///
    /// @param previousSlots slot by PCI address, from an earlier binding
    public static List<AssignedFunction> resolve(
            List<PciFunction> functions,
            Platform platform,
            Map<String, Integer> previousSlots,
            Verdict verdict) {
        PciAssignments assignments = new PciAssignments(platform, verdict);
        List<PciFunction> distinct = assignments.distinct(functions);
        VirtualSlots slots = new VirtualSlots(distinct, previousSlots, verdict);
        List<AssignedFunction> assigned = new ArrayList<>();
        for (PciFunction function : distinct) {
            assignments.assign(function, slots).ifPresent(assigned::add);
        }
        return assigned;
    }

    private List<PciFunction> distinct(List<PciFunction> functions) {
        Set<String> seen = new HashSet<>();
        List<PciFunction> distinct = new ArrayList<>();
        for (PciFunction function : functions) {
            if (seen.add(function.address())) {
                distinct.add(function);
            } else {
                refuse("pci-repeated", function, "is in pci already");
            }
        }
        return distinct;
    }

    private Optional<AssignedFunction> assign(PciFunction function, VirtualSlots slots) {
        Optional<Bus> bus = hostBridge(function);
        if (bus.isEmpty()) {
            return Optional.empty();
        }
        Optional<PhysicalStream> stream = bus.get().stream(function.rid());
        if (stream.isEmpty()) {
            refuseUnmapped(function, bus.get());
            return Optional.empty();
        }
        warnOfAliases(function, bus.get());
        warnOfSingle(function, bus.get());
        return slots.of(function).isPresent()
                ? Optional.of(
                        new AssignedFunction(
                                function, bus.get(), stream.get(), slots.of(function).getAsInt()))
                : Optional.empty();
    }

    private Optional<Bus> hostBridge(PciFunction function) {
        List<Bus> ofSegment = segments.get(function.segment());
        if (ofSegment == null) {
            List<String> known = segments.keySet().stream().map(Sentences::hex).toList();
            refuse(
                    "pci-segment-unknown",
                    function,
                    known.isEmpty()
                            ? "cannot be found: the host describes no PCI host bridge"
                            : "is of a segment without host bridge; the host has "
                                    + Sentences.list(known));
            return Optional.empty();
        }
        return ofBus(function, ofSegment);
    }

    private Optional<Bus> ofBus(PciFunction function, List<Bus> bridges) {
        for (Bus bus : bridges) {
            Bus.Pci pci = bus.pci().orElseThrow();
            if (function.bus() < pci.firstBus() || function.bus() > pci.lastBus()) {
                continue;
            }
            if (!bus.enabled()) {
                refuse(
                        "pci-host-disabled",
                        function,
                        "stands behind " + bus.path() + ", which is" + " disabled");
                return Optional.empty();
            }
            return Optional.of(bus);
        }
        Bus.Pci first = bridges.getFirst().pci().orElseThrow();
        refuse(
                "pci-bus-unknown",
                function,
                "is on a bus that "
                        + bridges.getFirst().path()
                        + " does not have; its bus-range is "
                        + Sentences.hex(first.firstBus())
                        + " to "
                        + Sentences.hex(first.lastBus()));
        return Optional.empty();
    }

    private void refuseUnmapped(PciFunction function, Bus bus) {
        refuse(
                "pci-rid-unmapped",
                function,
                "has requester ID "
                        + Sentences.hex(function.rid())
                        + ", which "
                        + (bus.iommuMap().entries().isEmpty()
                                ? bus.path()
                                        + " sends past every IOMMU (no "
                                        + terms.requesterMap()
                                        + ")"
                                : "matches nothing in the "
                                        + terms.requesterMap()
                                        + " of "
                                        + bus.path())
                        + ": its DMA would not be translated");
    }

    private void warnOfAliases(PciFunction function, Bus bus) {
        int mask = bus.iommuMap().mask() & RID_BITS;
        if (mask != RID_BITS) {
            verdict.warn(
                    "pci-alias",
                    function.place().toString(),
                    function.address()
                            + " shares its stream with every requester of "
                            + bus.path()
                            + " whose ID is the same under iommu-map-mask "
                            + Sentences.hex(mask)
                            + "; all of them have to go to this domain");
        }
    }

    // A single mapping leaves the SMMU one stream for the whole bus.
    private void warnOfSingle(PciFunction function, Bus bus) {
        bus.iommuMap()
                .map(function.rid())
                .filter(mapped -> mapped.entry().single())
                .ifPresent(mapped ->
                        verdict.warn(
                                "pci-alias",
                                function.place().toString(),
                                function.address()
                                        + " shares its stream with every requester of "
                                        + bus.path()
                                        + ", whose mapping is a single one; all of them have to go"
                                        + " to this domain"));
    }

    private void refuse(String code, PciFunction function, String why) {
        verdict.refuse(code, function.place().toString(), function.address() + " " + why);
    }
}
