package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;

/// Makes a master from a named component with streams of its own.
final class MasterReader {
    private final IdSearch search;

    MasterReader(IdSearch search) {
        this.search = search;
    }

    /// The master; empty when Linux would give the device no stream.
    Optional<Master> read(NamedComponent component) {
        List<Master.StreamUse> streams = streams(component);
        if (streams.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Master(
                        Paths.of(component),
                        true,
                        component.memory().coherent(),
                        streams,
                        List.of(),
                        Features.of(component),
                        messages(component)));
    }

    /// Streams from the first mapping on, up to one that gives none ([LinuxRule#COMPONENT_NEEDS_SINGLE]).
    List<Master.StreamUse> streams(NamedComponent component) {
        List<Master.StreamUse> streams = new ArrayList<>();
        for (IdMapping mapping : NodeMap.present(component)) {
            Optional<PhysicalStream> stream = stream(mapping);
            if (stream.isEmpty()) {
                break;
            }
            streams.add(new Master.StreamUse(stream.get(), 0));
        }
        return List.copyOf(streams);
    }

    /// The stream of one mapping; empty when it gives none.
    Optional<PhysicalStream> stream(IdMapping mapping) {
        return follow(mapping, Goal.IOMMU)
                .map(run -> PhysicalStream.of(Paths.of(run.reference()), run.output()));
    }

    // the first mapping that leads to an ITS gives the DeviceID (`iort_pmsi_get_dev_id`)
    private List<MessageTarget> messages(NamedComponent component) {
        for (IdMapping mapping : NodeMap.present(component)) {
            Optional<Run> message = follow(mapping, Goal.MESSAGES);
            if (message.isPresent()) {
                Run run = message.get();
                return List.of(new MessageTarget(Paths.of(run.reference()), run.output()));
            }
        }
        return List.of();
    }

    private Optional<Run> follow(IdMapping mapping, Goal goal) {
        return mapping.single()
                ? search.one(mapping.outputReference(), mapping.outputBase(), goal)
                : Optional.empty();
    }
}
