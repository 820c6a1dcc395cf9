package org.vinculum.viommu.identification;

import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr5;

/// A physical SMMU in a negotiation.
///
/// @param path by which reasons name it
/// @param has its registers
record PhysicalSmmu(String path, Identification has) {
    private static final int AARCH64 = 2;
    private static final int FORCED = 2;

    static PhysicalSmmu of(HostSmmu host) {
        return new PhysicalSmmu(host.path(), Identification.of(host));
    }

    /// Why no virtual SMMU can have it behind it.
    void refusals(int addressBits, List<String> reasons) {
        if (!has.idr0().has(Idr0.S1P)) {
            reasons.add(path + " has no stage 1 (IDR0.S1P).");
        }
        if (!has.idr0().has(Idr0.S2P)) {
            reasons.add(path + " has no stage 2 (IDR0.S2P).");
        }
        if ((has.idr0().get(Idr0.TTF) & AARCH64) == 0) {
            reasons.add(path + " does not read AArch64 tables (IDR0.TTF).");
        }
        int bits = Oas.of(has.idr5().get(Idr5.OAS)).bits();
        if (bits < addressBits) {
            reasons.add(
                    path
                            + " has addresses of "
                            + bits
                            + " bits, the guest of "
                            + addressBits
                            + " (IDR5.OAS).");
        }
    }

    /// Whether devices can keep stage 1's result and have stage 2 applied each time they use it (IHI 0070, 3.9.1).
    boolean splitsAts() {
        return has.idr0().has(Idr0.ATS)
                && !has.idr0().has(Idr0.NS1ATS)
                && has.idr0().get(Idr0.STALL_MODEL) != FORCED;
    }
}
