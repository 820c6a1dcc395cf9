package org.vinculum.toolstack.partial;

import java.util.List;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Coherence;
import org.vinculum.firmware.Master;
import org.vinculum.toolstack.verdict.Verdict;

/// Writes into a device's node what follows from the binding: `iommus`, and whether its DMA is coherent.
public record CompletedNode(PartialTree partial, Binding binding, Verdict verdict) {
    private static final String COHERENT = "dma-coherent";

    public void complete(Device device) {
        if (device.streams().isEmpty() || device.node().isEmpty()) {
            return;
        }
        device.node().get().set(iommus(device.streams()));
        followCoherence(device, device.node().get());
    }

    private Property iommus(List<Master.StreamUse> streams) {
        int[] cells = new int[2 * streams.size()];
        for (int i = 0; i < streams.size(); i++) {
            BoundStream bound = binding.ofPhysical(streams.get(i).stream()).orElseThrow();
            cells[2 * i] = binding.viommus().get(bound.viommu()).phandle();
            cells[2 * i + 1] = bound.vsid().value();
        }
        return Property.cells("iommus", cells);
    }

    // Only the host knows how the device is wired; a wrong word here corrupts data.
    private void followCoherence(Device device, Node node) {
        boolean host = device.master().orElseThrow().coherent();
        if (Coherence.of(node) == host) {
            return;
        }
        if (host) {
            node.remove("dma-noncoherent");
            node.set(Property.empty(COHERENT));
            return;
        }
        node.remove(COHERENT);
        if (Coherence.of(node)) {
            node.set(Property.empty("dma-noncoherent"));
        }
        verdict.warn(
                "partial-coherence-corrected",
                partial.place(node),
                "the node is marked dma-coherent and '"
                        + device.path()
                        + "' is not on the host; the guest is told what the host says");
    }
}
