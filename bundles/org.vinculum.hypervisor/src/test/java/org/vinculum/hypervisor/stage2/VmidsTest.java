package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.smmu.spec.register.Idr0;

class VmidsTest {
    private static final Idr0 VMID16 = new Idr0(0x0004_0000);

    private final Vmids vmids = new Vmids("/smmu@1", new Idr0(0));

    private static Set<Integer> all(Vmids vmids, int count) {
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            taken.add(vmids.allocate());
        }
        return taken;
    }

    @Test
    void thereAre255Of8Bits() {
        assertThat(all(vmids, 255)).hasSize(255).allMatch(vmid -> vmid > 0 && vmid < 0x100);
        assertThatThrownBy(vmids::allocate)
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("All 255 VMIDs of /smmu@1 are taken.");
    }

    @Test
    void thereAre65535Of16Bits() {
        var wide = new Vmids("/smmu@2", VMID16);

        assertThat(all(wide, 65_535)).hasSize(65_535).allMatch(vmid -> vmid > 0 && vmid < 0x1_0000);
        assertThatThrownBy(wide::allocate).isInstanceOf(MachineRefusedException.class);
    }

    @Test
    void oneThatIsForgottenIsUsedAgainWhenAllOthersHaveBeen() {
        assertThat(vmids.allocate()).isEqualTo(1);
        vmids.forgotten(1);

        assertThat(all(vmids, 254)).doesNotContain(1);
        assertThat(vmids.allocate()).isEqualTo(1);
    }

    @Test
    void oneThatIsTakenIsNotGivenTwice() {
        all(vmids, 255);
        vmids.forgotten(77);

        assertThat(vmids.allocate()).isEqualTo(77);
        assertThatThrownBy(vmids::allocate).isInstanceOf(MachineRefusedException.class);
    }

    @Test
    void onlyOneThatIsTakenIsGivenBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> vmids.forgotten(0));
        assertThatIllegalArgumentException().isThrownBy(() -> vmids.forgotten(5));
        assertThatIllegalArgumentException().isThrownBy(() -> vmids.forgotten(-1));
    }
}
