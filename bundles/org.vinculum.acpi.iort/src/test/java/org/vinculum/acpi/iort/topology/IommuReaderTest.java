package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.firmware.Iommu;
import org.vinculum.memory.AddressRange;

class IommuReaderTest {
    private static Iommu.SmmuV3 smmuV3(long model, long... gsivs) {
        return (Iommu.SmmuV3) TableOf.iommu(TableOf.smmuV3(0x48, 4, model, gsivs, 0));
    }

    @Test
    void anSmmuV3HasBothItsPagesAndItsWiredInterruptsByName() {
        Iommu.SmmuV3 smmu = smmuV3(SmmuV3.GENERIC, 74, 0, 77, 76);

        assertThat(smmu.path()).isEqualTo("IORT:0x48");
        assertThat(smmu.registers()).contains(AddressRange.of(0x4f000000L + 0x900000, 0x20000));
        assertThat(smmu.coherent()).isTrue();
        assertThat(smmu.errata()).isEmpty();
        assertThat(smmu.interrupts())
                .containsExactly(
                        new Iommu.Interrupt("eventq", List.of(74)),
                        new Iommu.Interrupt("gerror", List.of(77)),
                        new Iommu.Interrupt("cmdq-sync", List.of(76)));
    }

    @Test
    void aCn99xxHasOnePageAndOneCombinedInterrupt() {
        Iommu.SmmuV3 smmu = smmuV3(SmmuV3.CAVIUM_CN99XX, 90, 90, 90, 90);

        assertThat(smmu.registers().orElseThrow().size()).isEqualTo(0x10000);
        assertThat(smmu.errata()).isEqualTo(Set.of("cavium,cn9900-broken-page1-regspace"));
        assertThat(smmu.interrupts()).containsExactly(new Iommu.Interrupt("combined", List.of(90)));
    }

    @Test
    void equalInterruptsOfAGenericSmmuAreNotCombined() {
        assertThat(smmuV3(SmmuV3.GENERIC, 90, 90, 90, 90).interrupts()).hasSize(4);
    }

    @Test
    void aHi161xDoesNotPrefetch() {
        assertThat(smmuV3(SmmuV3.HISILICON_HI161X, 0, 0, 0, 0).errata())
                .isEqualTo(Set.of("hisilicon,broken-prefetch-cmd"));
    }

    @Test
    void registersAtAddressZeroOrPastTheEndAreNone() {
        assertThat(IommuReader.frame(0, 0x20000)).isEmpty();
        assertThat(IommuReader.frame(-0x10000, 0x20000)).isEmpty();
        assertThat(IommuReader.frame(-0x20000, 0x20000)).isPresent();
    }

    @Test
    void anSmmuV2IsCalledByItsModel() {
        Iommu.SmmuV2 smmu = (Iommu.SmmuV2) TableOf.iommu(TableOf.smmu(0x30, 3));

        assertThat(smmu.compatible()).isEqualTo("arm,mmu-500");
        assertThat(smmu.registers()).contains(AddressRange.of(0x15000000, 0x10000));
        assertThat(smmu.coherent()).isTrue();
        assertThat(((Iommu.SmmuV2) TableOf.iommu(TableOf.smmu(0x30, 0xffff_ffffL))).compatible())
                .isEqualTo("unknown model 0xffffffff");
    }
}
