package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.firmware.Master;

/// What a named component says about its device (DEN0049, 3.1.1.4).
final class ComponentCheck {
    private static final int DEFINED = 0x3f;

    private final Reading reading;
    private final MasterReader masters;
    private final Set<Long> shadowed;
    private final NameCheck names;
    private final MemoryCheck memory;
    private final LimitCheck limits;
    private final ReservedBits reserved;

    ComponentCheck(Reading reading, MasterReader masters) {
        this.reading = reading;
        this.masters = masters;
        this.shadowed = Paths.shadowed(reading.table());
        this.names = new NameCheck(reading);
        this.memory = new MemoryCheck(reading);
        this.limits = new LimitCheck(reading);
        this.reserved = new ReservedBits(reading);
    }

    void check(NamedComponent component) {
        names.check(component, component.name(), component.nameTerminated());
        if (shadowed.contains(component.offset())) {
            reading.error(
                    "iort-component-duplicate",
                    component,
                    "an earlier node is for "
                            + NameCheck.printable(component.name())
                            + " too: Linux finds that one and never this");
        }
        memory.check(component, component.memory());
        limits.check(component, component.addressLimit());
        reserved.check(component, "the flags", component.flags(), DEFINED);
        checkMappings(component);
    }

    private void checkMappings(NamedComponent component) {
        List<IdMapping> mappings = NodeMap.present(component);
        if (component.mappings().count() == 0) {
            reading.note(
                    "iort-component-unmapped",
                    component,
                    "the device has no ID mapping: its DMA is not translated, and the node is only"
                            + " about the memory it reaches");
            return;
        }
        List<Integer> ranges = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
            if (!mappings.get(i).single()) {
                ranges.add(i);
            }
        }
        if (!ranges.isEmpty()) {
            reading.warning(
                    "iort-component-range",
                    component,
                    Numbers.mappings(ranges)
                            + Numbers.verb(ranges, " is a range", " are ranges")
                            + " of IDs, and Linux gives a platform device the streams of single"
                            + " mappings alone: the device is not translated; mark each stream"
                            + " single, unless the device is a bus with IDs of its own");
        }
        checkStreams(component, mappings);
    }

    private void checkStreams(NamedComponent component, List<IdMapping> mappings) {
        List<Master.StreamUse> streams = masters.streams(component);
        List<Integer> lost = new ArrayList<>();
        for (int i = streams.size() + 1; i < mappings.size(); i++) {
            if (masters.stream(mappings.get(i)).isPresent()) {
                lost.add(i);
            }
        }
        if (!lost.isEmpty()) {
            reading.warning(
                    "iort-component-stops",
                    component,
                    "mapping "
                            + (streams.size() + 1)
                            + " gives no stream, and Linux ends its search there: the "
                            + (lost.size() == 1 ? "stream" : "streams")
                            + " of "
                            + Numbers.mappings(lost)
                            + Numbers.verb(lost, " is", " are")
                            + " not translated; put mappings to SMMUs first");
        }
        if (streams.stream().map(use -> use.stream().iommu()).distinct().count() > 1) {
            reading.warning(
                    "iort-component-two-smmus",
                    component,
                    "the device has streams behind more than one SMMU: Linux sets up all of them"
                            + " at the first, so that the others fault or are not translated");
        }
    }
}
