package example.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.Severity;

class PrefetchFlagCheckTest {
    private static final String FLAG = "hisilicon,broken-prefetch-cmd";

    private static List<Finding> findings(String interrupt, Set<String> errata) {
        Iommu smmu =
                new Iommu.SmmuV3(
                        "/iommu@4f000000",
                        Optional.empty(),
                        OptionalInt.empty(),
                        true,
                        false,
                        List.of(new Interrupt(interrupt, List.of(0, 74, 1))),
                        errata);
        return new PrefetchFlagCheck()
                .check(new Platform("devicetree", List.of(smmu), List.of(), List.of()));
    }

    @Test
    void theVariantWithoutTheFlagIsAnErrorAtItsNode() {
        assertThat(findings("example-vendor-ecc", Set.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("example-vendor-prefetch");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.place()).isEqualTo("/iommu@4f000000");
                    assertThat(finding.message()).contains(FLAG);
                });
    }

    @Test
    void theVariantWithTheFlagIsAsItShouldBe() {
        assertThat(findings("example-vendor-ecc", Set.of(FLAG))).isEmpty();
    }

    @Test
    void otherSmmusAreNoneOfItsBusiness() {
        assertThat(findings("combined", Set.of())).isEmpty();
    }
}
