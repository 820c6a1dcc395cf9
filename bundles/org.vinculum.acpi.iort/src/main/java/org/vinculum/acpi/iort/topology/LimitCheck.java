package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;

/// How far the DMA of a device reaches (Linux: `nc_dma_get_range`, `rc_dma_get_range`).
final class LimitCheck {
    private static final int MOST = 64;

    private final Reading reading;

    LimitCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node, int bits) {
        if (bits == 0) {
            reading.warning(
                    "iort-limit-missing",
                    node,
                    "the memory address limit is 0 bits: Linux complains and takes 32 bits or what"
                            + " the driver says; write how many address bits the DMA reaches");
        } else if (bits > MOST) {
            reading.warning(
                    "iort-limit-large",
                    node,
                    "the memory address limit is "
                            + bits
                            + " bits and addresses have at most 64: it limits nothing");
        }
    }
}
