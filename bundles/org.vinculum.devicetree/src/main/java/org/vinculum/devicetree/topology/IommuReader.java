package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.Coherence;
import org.vinculum.devicetree.model.view.Interrupts;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.Iommu;

/// Makes the IOMMUs of a platform from the nodes that are some.
final class IommuReader {
    private final Reading reading;
    private final FrameReader frames;

    IommuReader(Reading reading) {
        this.reading = reading;
        this.frames = new FrameReader(reading);
    }

    Iommu read(Node node) {
        List<String> compatible = Compatible.of(node);
        if (Compatible.isSmmuV3(compatible)) {
            return smmuV3(node);
        }
        return Compatible.isSmmuV2(compatible) ? smmuV2(node, compatible) : other(node, compatible);
    }

    private Iommu smmuV3(Node node) {
        return new Iommu.SmmuV3(
                reading.path(node),
                frames.registers(node),
                TreeIndex.phandleOf(node),
                Availability.withParents(node),
                Coherence.of(node),
                interrupts(node),
                Errata.of(node));
    }

    private Iommu smmuV2(Node node, List<String> compatible) {
        return new Iommu.SmmuV2(
                reading.path(node),
                frames.registers(node),
                TreeIndex.phandleOf(node),
                Availability.withParents(node),
                Coherence.of(node),
                compatible.getFirst());
    }

    // the last string names the interface that the earlier ones implement
    private Iommu other(Node node, List<String> compatible) {
        String kind = compatible.isEmpty() ? "unknown" : compatible.getLast();
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!compatible.isEmpty()) {
            attributes.put("compatible", String.join(", ", compatible));
        }
        Optional<Property> cells = node.property("#iommu-cells").filter(p -> p.length() == 4);
        cells.ifPresent(c -> attributes.put("#iommu-cells", String.valueOf(c.cell(0))));
        return new Iommu.OtherIommu(
                reading.path(node),
                frames.registers(node),
                TreeIndex.phandleOf(node),
                Availability.withParents(node),
                kind.toLowerCase(Locale.ROOT),
                Collections.unmodifiableMap(attributes));
    }

    private List<Iommu.Interrupt> interrupts(Node node) {
        List<Specifiers.Entry> lines = Interrupts.of(node, reading.index()).lines();
        List<String> names =
                node.property("interrupt-names").map(Property::strings).orElse(List.of());
        List<Iommu.Interrupt> interrupts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            interrupts.add(new Iommu.Interrupt(name, lines.get(i).cells()));
        }
        return List.copyOf(interrupts);
    }
}
