package org.vinculum.smmu.profile;

import java.util.List;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Iidr;

/// Arm's MMU-600 and MMU-700, early and late. Software tells them apart by IIDR, and works around the early ones' errata: no
/// SEV, no nesting, CMD_SYNC before a batch is full. The hardware's MPAM, BTM and VMW are left out.
final class ArmProfiles {
    private static final int ARM = 0x43b;
    private static final int MMU_600 = 0x483;
    private static final int MMU_700 = 0x487;

    private ArmProfiles() {}

    static List<SmmuProfile> all() {
        return List.of(
                mmu600(0, 0).build("mmu-600-r0p0", "Arm MMU-600 r0p0"),
                mmu600(2, 0).build("mmu-600-r2p0", "Arm MMU-600 r2p0"),
                mmu700(0, 0).build("mmu-700-r0p0", "Arm MMU-700 r0p0"),
                mmu700(1, 1).build("mmu-700-r1p1", "Arm MMU-700 r1p1"));
    }

    private static ProfileBuilder mmu600(int variant, int revision) {
        return family(MMU_600, variant, revision)
                .with("IDR3", Idr3.HAD, Idr3.PBHA, Idr3.XNX)
                .with("IDR5", Idr5.OAS, 5)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 1);
    }

    private static ProfileBuilder mmu700(int variant, int revision) {
        return family(MMU_700, variant, revision)
                .with("IDR3", Idr3.HAD, Idr3.PBHA, Idr3.XNX, Idr3.PPS, Idr3.FWB, Idr3.STT, Idr3.RIL)
                .with("IDR3", Idr3.BBML, 2)
                .with("IDR5", Idr5.OAS, 6)
                .with("IDR5", Idr5.VAX, 1)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 2);
    }

    private static ProfileBuilder family(int product, int variant, int revision) {
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
                .with(
                        "IDR0",
                        Idr0.SEV,
                        Idr0.PRI,
                        Idr0.VMID16,
                        Idr0.CD2L,
                        Idr0.TERM_MODEL,
                        Idr0.ST_LEVEL)
                .with("IDR0", Idr0.TTF, 2)
                .with("IDR0", Idr0.HTTU, 2)
                .with("IDR0", Idr0.TTENDIAN, 2)
                .with("IDR1", Idr1.SIDSIZE, 24)
                .with("IDR1", Idr1.SSIDSIZE, 20)
                .with("IDR1", Idr1.PRIQS, 19)
                .with("IDR1", Idr1.EVENTQS, 19)
                .with("IDR1", Idr1.CMDQS, 19)
                .with("IDR1", Idr1.ATTR_PERMS_OVR, Idr1.ATTR_TYPES_OVR)
                .with("IDR5", Idr5.GRAN4K, Idr5.GRAN16K, Idr5.GRAN64K)
                .with("IDR5", Idr5.STALL_MAX, 128)
                .with("IIDR", Iidr.IMPLEMENTER, ARM)
                .with("IIDR", Iidr.PRODUCT_ID, product)
                .with("IIDR", Iidr.VARIANT, variant)
                .with("IIDR", Iidr.REVISION, revision);
    }
}
