package org.vinculum.devicetree.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Cells;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.MessageTarget;

/// What nodes say of DMA beside its streams: what it can do, and where messages go.
final class FeatureReader {
    /// The most bits that a substream ID has (IHI 0070, 3.2).
    private static final int MOST_PASID_BITS = 20;

    private final Reading reading;

    FeatureReader(Reading reading) {
        this.reading = reading;
    }

    /// Of a device (Linux: `iommu.txt`).
    static DmaFeatures ofDevice(Node node) {
        int bits = Cells.single(node, "pasid-num-bits").orElse(0);
        boolean known = bits >= 0 && bits <= MOST_PASID_BITS;
        return new DmaFeatures(
                OptionalInt.empty(), false, false, node.has("dma-can-stall"), known ? bits : 0);
    }

    /// Of a PCI host bridge (`pci-host-cam-generic` and its kin).
    static DmaFeatures ofBridge(Node node) {
        return new DmaFeatures(OptionalInt.empty(), node.has("ats-supported"), false, false, 0);
    }

    /// The entries of `msi-parent` that say what the controller knows the device by; a fault ends them.
    List<MessageTarget> messages(Node node) {
        Property list = node.property("msi-parent").orElse(null);
        if (list == null) {
            return List.of();
        }
        List<MessageTarget> messages = new ArrayList<>();
        for (Specifiers.Entry entry :
                Specifiers.read(list, "#msi-cells", reading.index()).entries()) {
            if (!entry.cells().isEmpty()) {
                messages.add(
                        new MessageTarget(
                                reading.path(entry.target()),
                                Integer.toUnsignedLong(entry.cells().getFirst())));
            }
        }
        reading.countIds(messages.size());
        return List.copyOf(messages);
    }
}
