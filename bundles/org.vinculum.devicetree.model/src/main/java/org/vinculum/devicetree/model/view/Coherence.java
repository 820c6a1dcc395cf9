package org.vinculum.devicetree.model.view;

import org.vinculum.devicetree.model.Node;

/// Whether the DMA of a device is coherent with the CPUs' caches (`dma-coherent`; DTSpec 0.4, 2.3.10).
public final class Coherence {
    private Coherence() {}

    /// The nearest word on the way to the root decides, `dma-coherent` or `dma-noncoherent`; on Arm silence means no.
    public static boolean of(Node node) {
        for (Node at = node; at != null; at = at.parent().orElse(null)) {
            if (at.has("dma-coherent")) {
                return true;
            }
            if (at.has("dma-noncoherent")) {
                return false;
            }
        }
        return false;
    }
}
