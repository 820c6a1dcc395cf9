package example.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.Severity;
import org.vinculum.tck.FirmwareCheckContract;

/// The contract of checks, and what this one says beyond it.
class PrefetchFlagCheckTest extends FirmwareCheckContract {
    private static final String FLAG = "hisilicon,broken-prefetch-cmd";

    @Override
    protected FirmwareCheck check() {
        return new PrefetchFlagCheck();
    }

    @Override
    protected List<Platform> faulty() {
        return List.of(platform("example-vendor-ecc", Set.of()));
    }

    @Override
    protected List<Platform> sound() {
        return List.of(
                platform("example-vendor-ecc", Set.of(FLAG)), platform("combined", Set.of()));
    }

    private static Platform platform(String interrupt, Set<String> errata) {
        Iommu smmu =
                new Iommu.SmmuV3(
                        "/iommu@4f000000",
                        Optional.empty(),
                        OptionalInt.empty(),
                        true,
                        false,
                        List.of(new Interrupt(interrupt, List.of(0, 74, 1))),
                        errata);
        return new Platform("devicetree", List.of(smmu), List.of(), List.of());
    }

    @Test
    void theFindingIsAnErrorAtTheNodeAndNamesTheFlag() {
        assertThat(check().check(faulty().getFirst()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("example-vendor-prefetch");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.place()).isEqualTo("/iommu@4f000000");
                    assertThat(finding.message()).contains(FLAG);
                });
    }
}
