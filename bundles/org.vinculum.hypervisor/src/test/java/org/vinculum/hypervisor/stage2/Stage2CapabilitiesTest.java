package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

class Stage2CapabilitiesTest {
    /// S2P, S1P, AArch64, COHACC.
    private static final int IDR0 = 0x1b;

    private static Stage2Hardware smmu(int idr0, int idr3, int idr5) {
        return new Stage2Hardware("/smmu", new Idr0(idr0), new Idr3(idr3), new Idr5(idr5));
    }

    private static Stage2Capabilities common(Stage2Hardware... hosts) {
        return Stage2Capabilities.of(List.of(hosts));
    }

    @Test
    void theSmallestAddressesOfAllAreCommon() {
        assertThat(common(smmu(IDR0, 0, 0x14), smmu(IDR0, 0, 0x12)).outputBits()).isEqualTo(40);
        assertThat(common(smmu(IDR0, 0, 0x16)).outputBits()).isEqualTo(48);
    }

    @Test
    void walksAreCoherentOnlyIfAllAre() {
        assertThat(common(smmu(IDR0, 0, 0x15)).coherent()).isTrue();
        assertThat(common(smmu(IDR0, 0, 0x15), smmu(0x0b, 0, 0x15)).coherent()).isFalse();
    }

    @Test
    void blocksChangeInPlaceOnlyWithBbmlOf2Everywhere() {
        assertThat(common(smmu(IDR0, 0x1000, 0x15)).changesInPlace()).isTrue();
        assertThat(common(smmu(IDR0, 0x1000, 0x15), smmu(IDR0, 0x800, 0x15)).changesInPlace())
                .isFalse();
    }

    @Test
    void allReasonsOfAllAreTold() {
        assertThatThrownBy(() -> common(smmu(0x60_0007, 0, 0x45), smmu(0x0a, 0, 0x15)))
                .isInstanceOfSatisfying(
                        MachineRefusedException.class,
                        refused ->
                                assertThat(refused.reasons())
                                        .containsExactly(
                                                "/smmu cannot read AArch64 tables.",
                                                "/smmu cannot read little-endian tables.",
                                                "/smmu has no granule of 4 KiB.",
                                                "/smmu has no stage 2."));
    }

    @Test
    void tablesOfBothFormatsAreAsGoodAsAArch64Alone() {
        assertThat(common(smmu(0x1f, 0, 0x15)).outputBits()).isEqualTo(48);
    }

    @Test
    void aGuestHasTheLeastSizeThatHoldsEverything() {
        var hosts = common(smmu(IDR0, 0, 0x15));

        assertThat(hosts.inputBits(List.of())).isEqualTo(32);
        assertThat(hosts.inputBits(List.of(AddressRange.of(0xffff_f000L, 0x1000)))).isEqualTo(32);
        assertThat(hosts.inputBits(List.of(AddressRange.of(0xffff_f000L, 0x2000)))).isEqualTo(36);
        assertThat(
                        hosts.inputBits(
                                List.of(
                                        AddressRange.of(0x200_0000_0000L, 0x1000),
                                        AddressRange.of(0x4000_0000L, 0x1000))))
                .isEqualTo(42);
        assertThat(hosts.inputBits(List.of(AddressRange.of(0x8000_0000_0000L, 0x1000))))
                .isEqualTo(48);
    }

    @Test
    void aGuestThatIsTooLargeForItsSmmusIsRefused() {
        var hosts = common(smmu(IDR0, 0, 0x12));

        assertThatThrownBy(() ->
                        hosts.inputBits(
                                List.of(AddressRange.of(0x100_0000_0000L - 0x1000, 0x2000))))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("The guest's addresses need 41 bits, its SMMUs have 40.");
        assertThatThrownBy(() -> hosts.inputBits(List.of(AddressRange.of(-0x1000, 0x1000))))
                .isInstanceOf(MachineRefusedException.class);
    }

    @Test
    void aFurtherSmmuIsToldWhatItLacks() {
        var hosts = common(smmu(IDR0, 0x1000, 0x15));

        assertThat(hosts.lacking(smmu(IDR0, 0x1000, 0x16))).isEmpty();
        assertThat(hosts.lacking(smmu(0x0b, 0, 0x14)))
                .containsExactly(
                        "/smmu has addresses of 44 bits, where 48 are in use.",
                        "/smmu does not walk tables coherently.",
                        "/smmu does not let blocks change in place.");
    }
}
