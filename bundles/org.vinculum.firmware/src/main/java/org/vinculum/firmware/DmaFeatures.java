package org.vinculum.firmware;

import java.util.OptionalInt;

/// What firmware says that the DMA of a device, or of every device of a bus, can do.
///
/// @param addressBits how many address bits it reaches, 1 to 64; empty where the firmware does not say
/// @param ats devices may ask for translations (`ats-supported`; DEN0049, 3.1.1.5)
/// @param pri devices may ask for pages
/// @param stall a faulting transaction may wait for software (`dma-can-stall`; DEN0049, 3.1.1.4)
/// @param pasidBits the most bits of a substream ID, 0 for none (`pasid-num-bits`)
public record DmaFeatures(
        OptionalInt addressBits, boolean ats, boolean pri, boolean stall, int pasidBits) {
    /// Nothing is said.
    public static final DmaFeatures NONE =
            new DmaFeatures(OptionalInt.empty(), false, false, false, 0);
}
