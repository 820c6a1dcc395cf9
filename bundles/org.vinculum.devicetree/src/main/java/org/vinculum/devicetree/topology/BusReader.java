package org.vinculum.devicetree.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.Cells;
import org.vinculum.devicetree.model.view.Coherence;
import org.vinculum.firmware.Bus;

/// Makes the buses whose requesters have IDs of their own.
final class BusReader {
    private static final int LAST_BUS = 0xff;

    private final Reading reading;
    private final MapReader maps;
    private final Set<Integer> segments = new HashSet<>();
    private int nextSegment;

    /// @param buses all buses of the tree: segments that are given are not given again
    BusReader(Reading reading, List<Node> buses) {
        this.reading = reading;
        this.maps = new MapReader(reading);
        for (Node bus : buses) {
            Cells.single(bus, "linux,pci-domain").ifPresent(segments::add);
        }
    }

    Bus read(Node node) {
        return new Bus(
                reading.path(node),
                isHostBridge(node) ? Optional.of(pci(node)) : Optional.empty(),
                Availability.withParents(node),
                Coherence.of(node),
                maps.iommuMap(node),
                maps.msiMap(node),
                FeatureReader.ofBridge(node));
    }

    /// Whether a node is a PCI host bridge; bridges inside a PCI hierarchy are not.
    static boolean isHostBridge(Node node) {
        return isPci(node) && node.parent().filter(BusReader::isPci).isEmpty();
    }

    private static boolean isPci(Node node) {
        Property type = node.property("device_type").orElse(null);
        return type != null && (type.string().equals("pci") || type.string().equals("pciex"));
    }

    private Bus.Pci pci(Node node) {
        OptionalInt domain = Cells.single(node, "linux,pci-domain");
        int segment = domain.isPresent() ? domain.getAsInt() : lowestFreeSegment();
        Property range = node.property("bus-range").orElse(null);
        if (range == null) {
            return new Bus.Pci(segment, 0, LAST_BUS);
        }
        if (!isBusRange(range)) {
            reading.error(
                    "bus-range-invalid",
                    node,
                    "bus-range",
                    "not two cells of ascending bus numbers up to 0xff: Linux takes 0 to 0xff");
            return new Bus.Pci(segment, 0, LAST_BUS);
        }
        return new Bus.Pci(segment, range.cell(0), range.cell(1));
    }

    private int lowestFreeSegment() {
        while (segments.contains(nextSegment)) {
            nextSegment++;
        }
        return nextSegment++;
    }

    private static boolean isBusRange(Property range) {
        return range.length() == 8
                && range.cell(0) >= 0
                && range.cell(0) <= range.cell(1)
                && range.cell(1) <= LAST_BUS;
    }
}
