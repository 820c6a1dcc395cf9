package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.Cells;
import org.vinculum.devicetree.model.view.Coherence;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;

/// Makes a master from a node with `iommus`.
final class MasterReader {
    private static final String CONSEQUENCE =
            "this entry and those behind it are ignored, and their DMA is not translated";

    private final Reading reading;
    private final Map<Node, Iommu> iommus;
    private final FaultReport faults;
    private final FeatureReader features;

    MasterReader(Reading reading, Map<Node, Iommu> iommus) {
        this.reading = reading;
        this.iommus = iommus;
        this.faults = new FaultReport(reading);
        this.features = new FeatureReader(reading);
    }

    /// The master, when at least one of its entries can be read.
    Optional<Master> read(Node node) {
        Specifiers list =
                Specifiers.readDense(
                        node.property("iommus").orElseThrow(), "#iommu-cells", reading.index());
        list.fault().ifPresent(fault -> faults.report(node, "iommus", fault, CONSEQUENCE));
        reading.countIds(list.entries().size());
        List<Master.StreamUse> streams = new ArrayList<>();
        List<Master.ForeignUse> foreign = new ArrayList<>();
        for (Specifiers.Entry entry : list.entries()) {
            Iommu iommu = iommus.get(entry.target());
            if (iommu instanceof Iommu.OtherIommu || entry.cells().isEmpty()) {
                foreign.add(new Master.ForeignUse(iommu.path(), entry.cells()));
            } else {
                streams.add(stream(iommu, entry));
            }
        }
        if (streams.isEmpty() && foreign.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Master(
                        reading.path(node),
                        Availability.withParents(node),
                        Coherence.of(node),
                        List.copyOf(streams),
                        List.copyOf(foreign),
                        FeatureReader.ofDevice(node),
                        features.messages(node)));
    }

    private static Master.StreamUse stream(Iommu iommu, Specifiers.Entry entry) {
        int id = entry.cells().getFirst();
        return new Master.StreamUse(
                PhysicalStream.of(iommu.path(), Integer.toUnsignedLong(id)), mask(iommu, entry));
    }

    // the second cell, else what the SMMU node says for all (`stream-match-mask`); SMMUv3 matches
    // exactly
    private static int mask(Iommu iommu, Specifiers.Entry entry) {
        if (!(iommu instanceof Iommu.SmmuV2)) {
            return 0;
        }
        return entry.cells().size() > 1
                ? entry.cells().get(1)
                : Cells.single(entry.target(), "stream-match-mask").orElse(0);
    }
}
