package example.vendor;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.VendorPart;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Iidr;

/// The variant. Whoever models the SMMUv3 makes an IOMMU model of it, under the name given here.
@Component(name = "example.vendor.profile")
public final class VariantProfile implements SmmuProfile {
    private static final long NOBODY = 0xfff;

    @Override
    public String name() {
        return "example-vendor";
    }

    @Override
    public String title() {
        return "example.vendor SMMU r1p0";
    }

    /// SMMUv3.2: both stages, two-level tables, stalls, range invalidation; 16-bit stream and substream IDs, 44-bit addresses.
    @Override
    public Map<String, Long> identification() {
        return Map.ofEntries(
                entry(
                        "IDR0",
                        Idr0.S2P.of(1)
                                | Idr0.S1P.of(1)
                                | Idr0.TTF.of(2)
                                | Idr0.COHACC.of(1)
                                | Idr0.ASID16.of(1)
                                | Idr0.VMID16.of(1)
                                | Idr0.CD2L.of(1)
                                | Idr0.ST_LEVEL.of(1)),
                entry(
                        "IDR1",
                        Idr1.SIDSIZE.of(16)
                                | Idr1.SSIDSIZE.of(16)
                                | Idr1.EVENTQS.of(15)
                                | Idr1.CMDQS.of(15)
                                | Idr1.ATTR_PERMS_OVR.of(1)
                                | Idr1.ATTR_TYPES_OVR.of(1)),
                entry("IDR3", Idr3.RIL.of(1)),
                entry(
                        "IDR5",
                        Idr5.OAS.of(4)
                                | Idr5.GRAN4K.of(1)
                                | Idr5.GRAN16K.of(1)
                                | Idr5.GRAN64K.of(1)
                                | Idr5.STALL_MAX.of(16)),
                entry("IIDR", Iidr.IMPLEMENTER.of(NOBODY) | Iidr.VARIANT.of(1)),
                entry("AIDR", Aidr.ARCH_MINOR_REV.of(2)));
    }

    /// A prefetch command stops the command queue, so drivers must not send one.
    @Override
    public Set<Erratum> errata() {
        return Set.of(Erratum.PREFETCH_BREAKS);
    }

    @Override
    public Optional<VendorPart> vendorPart() {
        return Optional.of(new MarkPart());
    }
}
