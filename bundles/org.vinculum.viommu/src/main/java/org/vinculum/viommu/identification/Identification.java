package org.vinculum.viommu.identification;

import org.vinculum.domain.HostSmmu;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// What an SMMU says of itself (IHI 0070, 6.3.1 to 6.3.8), a physical or the virtual one; IDR2, IDR4 and IDR6 have nothing that
/// a guest is shown.
public record Identification(Idr0 idr0, Idr1 idr1, Idr3 idr3, Idr5 idr5, Aidr aidr) {
    /// What a physical SMMU has.
    public static Identification of(HostSmmu host) {
        return new Identification(
                new Idr0((int) host.identification("IDR0")),
                new Idr1((int) host.identification("IDR1")),
                new Idr3((int) host.identification("IDR3")),
                new Idr5((int) host.identification("IDR5")),
                new Aidr((int) host.identification("AIDR")));
    }

    /// What a virtual SMMU showed when its state was saved.
    public static Identification of(SavedState state) {
        return new Identification(
                new Idr0((int) state.register("IDR0")),
                new Idr1((int) state.register("IDR1")),
                new Idr3((int) state.register("IDR3")),
                new Idr5((int) state.register("IDR5")),
                new Aidr((int) state.register("AIDR")));
    }

    /// A register by its name; 0 for one that is not among the components.
    public int register(String name) {
        return switch (name) {
            case "IDR0" -> idr0.value();
            case "IDR1" -> idr1.value();
            case "IDR3" -> idr3.value();
            case "IDR5" -> idr5.value();
            case "AIDR" -> aidr.value();
            default -> 0;
        };
    }
}
