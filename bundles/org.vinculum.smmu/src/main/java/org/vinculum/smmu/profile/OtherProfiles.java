package org.vinculum.smmu.profile;

import java.util.List;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

/// Cavium's and HiSilicon's SMMUs with the errata that firmware names, and the one that QEMU 9.2 shows.
final class OtherProfiles {
    private static final int BITS_44 = 4;

    // 256 translations and nothing of the way to them
    private static final CacheSizes QEMU_CACHES = new CacheSizes(1024, 256, 0, 0);

    private OtherProfiles() {}

    static List<SmmuProfile> all() {
        return List.of(
                version0()
                        .with("IDR0", Idr0.HYP)
                        .with("IDR0", Idr0.STALL_MODEL, 1)
                        .build(
                                "thunderx2",
                                "Cavium ThunderX2 CN99xx",
                                Erratum.INDEXES_ON_PAGE_0,
                                Erratum.ONE_INTERRUPT),
                version0()
                        .with("IDR0", Idr0.STALL_MODEL, 0)
                        .with("IDR5", Idr5.STALL_MAX, 16)
                        .build("hi161x", "HiSilicon Hi161x", Erratum.PREFETCH_BREAKS),
                new ProfileBuilder()
                        .value("IDR0", 0x0d44_101bL)
                        .value("IDR1", 0x0273_0010L)
                        .value("IDR3", 0x1414L)
                        .value("IDR5", 0x74L)
                        .value("AIDR", 0x1L)
                        .value("PIDR4", 0x04)
                        .value("PIDR0", 0x84)
                        .value("PIDR1", 0xb4)
                        .value("PIDR2", 0xf0)
                        .value("PIDR3", 0x10)
                        .caches(QEMU_CACHES)
                        .build("qemu-9.2", "QEMU 9.2"));
    }

    /// What both have, as the Linux driver reports it: two stages, two-level stream tables, 44 bits, no messages, no ATS.
    private static ProfileBuilder version0() {
        return new ProfileBuilder()
                .with(
                        "IDR0",
                        Idr0.S2P,
                        Idr0.S1P,
                        Idr0.COHACC,
                        Idr0.ASID16,
                        Idr0.VMID16,
                        Idr0.ST_LEVEL)
                .with("IDR0", Idr0.TTF, 2)
                .with("IDR0", Idr0.TTENDIAN, 0)
                .with("IDR1", Idr1.SIDSIZE, 16)
                .with("IDR1", Idr1.EVENTQS, 15)
                .with("IDR1", Idr1.CMDQS, 15)
                .with("IDR1", Idr1.ATTR_PERMS_OVR, Idr1.ATTR_TYPES_OVR)
                .with("IDR5", Idr5.GRAN4K, Idr5.GRAN16K, Idr5.GRAN64K)
                .with("IDR5", Idr5.OAS, BITS_44)
                .with("AIDR", Aidr.ARCH_MINOR_REV, 0);
    }
}
