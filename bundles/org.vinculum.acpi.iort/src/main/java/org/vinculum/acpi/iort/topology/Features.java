package org.vinculum.acpi.iort.topology;

import java.util.OptionalInt;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.firmware.DmaFeatures;

/// What a table says that DMA can do (DEN0049, 3.1.1.4 and 3.1.1.5).
final class Features {
    /// The most address bits that limit anything (`nc_dma_get_range`).
    static final int MOST_BITS = 63;

    private Features() {}

    static DmaFeatures of(NamedComponent component) {
        return new DmaFeatures(
                limit(component.addressLimit()),
                false,
                false,
                component.stallSupported(),
                component.pasidBits());
    }

    static DmaFeatures of(RootComplex root) {
        return new DmaFeatures(
                root.head().revision() < 1 ? OptionalInt.empty() : limit(root.addressLimit()),
                root.atsSupported(),
                root.priSupported(),
                false,
                pasidBits(root));
    }

    private static OptionalInt limit(int bits) {
        return bits == 0 || bits > MOST_BITS ? OptionalInt.empty() : OptionalInt.of(bits);
    }

    // from revision 4 a flag says whether there are PASIDs at all
    private static int pasidBits(RootComplex root) {
        boolean without =
                root.head().revision() >= 4 && (root.flags() & RootComplex.PASID_SUPPORTED) == 0;
        return without ? 0 : root.pasidCapabilities() & RootComplex.PASID_WIDTH;
    }
}
