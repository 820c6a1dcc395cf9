package org.vinculum.machine.dom0;

import java.util.List;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Iommu.SmmuV3;

/// The interrupts of a physical SMMU, which are those of the virtual one in its place.
///
/// @param event interrupt ID of the event queue
/// @param gerror interrupt ID of global errors
record Dom0Interrupts(int event, int gerror) {
    /// No line is ever raised under this ID: it is a software generated interrupt's (IHI 0069, 2.2).
    static final int NONE = 0;

    private static final int FIRST_SPI = 32;
    private static final int FIRST_PPI = 16;

    static Dom0Interrupts of(SmmuV3 smmu) {
        int combined = find(smmu.interrupts(), "combined", NONE);
        return new Dom0Interrupts(
                find(smmu.interrupts(), "eventq", combined),
                find(smmu.interrupts(), "gerror", combined));
    }

    private static int find(List<Interrupt> interrupts, String name, int otherwise) {
        for (Interrupt interrupt : interrupts) {
            if (interrupt.name().equals(name)) {
                return intid(interrupt.specifier());
            }
        }
        return otherwise;
    }

    // One cell is a GSIV, three and more are a GIC's: kind, number, flags. Two are of a controller
    // in front of it, and what the GIC gets from that is not in the description.
    private static int intid(List<Integer> specifier) {
        return switch (specifier.size()) {
            case 0, 2 -> NONE;
            case 1 -> specifier.getFirst();
            default -> specifier.get(1) + (specifier.getFirst() == 0 ? FIRST_SPI : FIRST_PPI);
        };
    }
}
