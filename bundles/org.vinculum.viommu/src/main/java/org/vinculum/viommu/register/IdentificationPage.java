package org.vinculum.viommu.register;

import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Cidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Iidr;
import org.vinculum.smmu.spec.register.Pidr0;
import org.vinculum.smmu.spec.register.Pidr2;
import org.vinculum.viommu.identification.Shown;

/// Puts the read-only registers by which software tells what it has in front of it. No designer has a JEP106 code of 0, so that
/// no driver takes this for a product whose errata it knows.
final class IdentificationPage {
    private static final int PRODUCT = 0x56;

    private IdentificationPage() {}

    static void put(RegisterPage page, Shown shown) {
        page.set(Idr0.OFFSET, shown.idr0().value());
        page.set(Idr1.OFFSET, shown.idr1().value());
        page.set(Idr3.OFFSET, shown.idr3().value());
        page.set(Idr5.OFFSET, shown.idr5().value());
        page.set(Iidr.OFFSET, (int) Iidr.PRODUCT_ID.of(PRODUCT));
        page.set(Aidr.OFFSET, shown.values().aidr().value());
        page.set(Pidr0.OFFSET, PRODUCT);
        page.set(Pidr2.OFFSET, (int) Pidr2.JEDEC.mask());
        for (int i = 0; i < Cidr.COUNT; i++) {
            page.set(Cidr.OFFSET + i * Cidr.STRIDE, Cidr.expected(i));
        }
    }
}
