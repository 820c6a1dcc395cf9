package example.vendor;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;

/// Finds the variant in firmware that does not tell drivers of its erratum. A device tree betrays the variant by an interrupt
/// that only it has.
@Component(name = "example.vendor.check")
public final class PrefetchFlagCheck implements FirmwareCheck {
    static final String CODE = "example-vendor-prefetch";

    private static final String OWN_INTERRUPT = "example-vendor-ecc";
    private static final String FLAG = "hisilicon,broken-prefetch-cmd";

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        for (Iommu iommu : platform.iommus()) {
            if (iommu instanceof Iommu.SmmuV3 smmu
                    && isVariant(smmu)
                    && !smmu.errata().contains(FLAG)) {
                findings.add(
                        Finding.error(
                                CODE,
                                smmu.path(),
                                "the first prefetch command stops this SMMU's command queue for"
                                        + " good, because the driver is not told to send none: add "
                                        + FLAG));
            }
        }
        return findings;
    }

    private static boolean isVariant(Iommu.SmmuV3 smmu) {
        return smmu.interrupts().stream().anyMatch(line -> line.name().equals(OWN_INTERRUPT));
    }
}
