package org.vinculum.smmu.profile;

import java.util.List;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// No product: for each minor version of the architecture an SMMU that has all of it that the engine can do.
final class GenericProfiles {
    private static final int BITS_48 = 5;
    private static final int BITS_52 = 6;

    private GenericProfiles() {}

    static List<SmmuProfile> all() {
        return List.of(
                minor0().build("smmuv3-3.0", "SMMUv3.0"),
                minor1().build("smmuv3-3.1", "SMMUv3.1"),
                minor2().build("smmuv3-3.2", "SMMUv3.2"),
                minor3().build("smmuv3-3.3", "SMMUv3.3"));
    }

    private static ProfileBuilder minor0() {
        return new ProfileBuilder()
                .with(
                        "IDR0",
                        Idr0.S2P,
                        Idr0.S1P,
                        Idr0.COHACC,
                        Idr0.HYP,
                        Idr0.ATS,
                        Idr0.ASID16,
                        Idr0.MSI)
                .with("IDR0", Idr0.SEV, Idr0.ATOS, Idr0.PRI, Idr0.VMID16, Idr0.CD2L, Idr0.ST_LEVEL)
                .with("IDR0", Idr0.TTF, 2)
                .with("IDR0", Idr0.HTTU, 2)
                .with("IDR0", Idr0.TTENDIAN, 0)
                .with("IDR0", Idr0.STALL_MODEL, 0)
                .with("IDR1", Idr1.SIDSIZE, 32)
                .with("IDR1", Idr1.SSIDSIZE, 20)
                .with("IDR1", Idr1.PRIQS, 19)
                .with("IDR1", Idr1.EVENTQS, 19)
                .with("IDR1", Idr1.CMDQS, 19)
                .with("IDR1", Idr1.ATTR_PERMS_OVR, Idr1.ATTR_TYPES_OVR)
                .with("IDR5", Idr5.GRAN4K, Idr5.GRAN16K, Idr5.GRAN64K)
                .with("IDR5", Idr5.OAS, BITS_48)
                .with("IDR5", Idr5.STALL_MAX, 256)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 0);
    }

    private static ProfileBuilder minor1() {
        return minor0().with("IDR3", Idr3.HAD, Idr3.PBHA, Idr3.XNX)
                .with("IDR5", Idr5.OAS, BITS_52)
                .with("IDR5", Idr5.VAX, 1)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 1);
    }

    private static ProfileBuilder minor2() {
        return minor1().with("IDR3", Idr3.FWB, Idr3.STT, Idr3.RIL)
                .with("IDR3", Idr3.BBML, 2)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 2);
    }

    private static ProfileBuilder minor3() {
        return minor2().with("IDR3", Idr3.PPS, Idr3.E0PD, Idr3.PTWNNC)
                .with("IDR1", Idr1.ECMDQ)
                .with("IDR5", Idr5.DS)
                .with("IDR6", Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ, 3)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 3);
    }
}
