package org.vinculum.viommu.identification;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// Identification registers while they are being put together; all fields are 0 first.
final class Candidate {
    private int idr0;
    private int idr1;
    private int idr3;
    private int idr5;
    private int minor;

    void idr0(Bits field, int value) {
        idr0 = field.in(idr0, value);
    }

    void idr1(Bits field, int value) {
        idr1 = field.in(idr1, value);
    }

    void idr3(Bits field, int value) {
        idr3 = field.in(idr3, value);
    }

    void idr5(Bits field, int value) {
        idr5 = field.in(idr5, value);
    }

    void minor(int value) {
        minor = value;
    }

    void set(Feature feature, int value) {
        switch (feature.register()) {
            case "IDR0" -> idr0(feature.bits(), value);
            case "IDR1" -> idr1(feature.bits(), value);
            case "IDR3" -> idr3(feature.bits(), value);
            default -> idr5(feature.bits(), value);
        }
    }

    Identification identification() {
        return new Identification(
                new Idr0(idr0),
                new Idr1(idr1),
                new Idr3(idr3),
                new Idr5(idr5),
                new Aidr((int) Aidr.ARCH_MINOR_REV.of(minor)));
    }
}
