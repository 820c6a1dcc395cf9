package org.vinculum.viommu.identification;

import java.util.List;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// A field of an identification register.
///
/// @param register `IDR0`, `IDR1`, `IDR3` or `IDR5`
/// @param field as in the architecture
/// @param most the highest value that means something to a guest
record Feature(String register, String field, Bits bits, int most) {
    /// What the hardware does for the guest by itself, and of which a higher value offers all that a lower one does.
    static final List<Feature> GROWING =
            List.of(
                    new Feature("IDR0", "COHACC", Idr0.COHACC),
                    new Feature("IDR0", "HTTU", Idr0.HTTU),
                    new Feature("IDR0", "ASID16", Idr0.ASID16),
                    new Feature("IDR0", "CD2L", Idr0.CD2L),
                    new Feature("IDR1", "SSIDSIZE", Idr1.SSIDSIZE, 20),
                    new Feature("IDR3", "HAD", Idr3.HAD),
                    new Feature("IDR3", "STT", Idr3.STT),
                    new Feature("IDR3", "RIL", Idr3.RIL),
                    new Feature("IDR3", "BBML", Idr3.BBML, 2),
                    new Feature("IDR3", "E0PD", Idr3.E0PD),
                    new Feature("IDR3", "EPAN", Idr3.EPAN),
                    new Feature("IDR5", "GRAN4K", Idr5.GRAN4K),
                    new Feature("IDR5", "GRAN16K", Idr5.GRAN16K),
                    new Feature("IDR5", "GRAN64K", Idr5.GRAN64K),
                    new Feature("IDR5", "DS", Idr5.DS),
                    new Feature("IDR5", "VAX", Idr5.VAX, 1));

    /// Shown only with page requests.
    static final Feature PPS = new Feature("IDR3", "PPS", Idr3.PPS);

    Feature(String register, String field, Bits bits) {
        this(register, field, bits, (int) bits.highest());
    }

    int of(Identification identification) {
        return bits.get(identification.register(register));
    }

    /// Its name, what was shown of it, and what there is.
    String difference(int shown, int here) {
        return register + "." + field + " " + shown + " (here " + here + ")";
    }
}
