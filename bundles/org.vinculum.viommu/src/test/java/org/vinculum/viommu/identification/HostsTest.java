package org.vinculum.viommu.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;

class HostsTest {
    /// Without range invalidation.
    private final FakeHost older = new FakeHost().with("IDR3", 0x0000_733cL);

    private final Guest guest = new Guest();

    @Test
    void anEqualOneJoins() {
        FakeHost another = new FakeHost();

        assertThat(guest.hosts.join(another)).isFalse();
        assertThat(guest.hosts.all()).hasSize(2).last().isSameAs(another);
    }

    @Test
    void aGuestThatHasTurnedNothingOnIsShownLess() {
        assertThat(guest.read(0xc) & 0x400).isNotZero();

        assertThat(guest.hosts.join(older)).isTrue();
        guest.registers.identificationChanged();

        assertThat(guest.read(0xc) & 0x400).isZero();
        assertThat(guest.shown.ril()).isFalse();
    }

    @Test
    void whatTheGuestHasProgrammedStaysWhereItCan() {
        guest.writeLong(0x90, 0x4000_0000_4000_2008L);
        guest.writeLong(0xc0, 0x4000_0000_4000_4008L);

        guest.hosts.join(new FakeHost().with("IDR0", 0x090c_f2bbL));
        guest.registers.identificationChanged();

        assertThat(guest.registers.read(0x90, 8)).isEqualTo(0x4000_0000_4000_2008L);
        assertThat(guest.registers.read(0xc0, 8)).isZero();
    }

    @Test
    void aGuestThatHasTurnedSomethingOnKeepsWhatItHasBeenShown() {
        guest.write(Guest.CR0, 0x8);

        assertThatThrownBy(() -> guest.hosts.join(older))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("/smmu lacks what the guest has been shown: IDR3.RIL 1 (here 0).");
        assertThat(guest.hosts.all()).hasSize(1);
        assertThat(guest.shown.ril()).isTrue();
    }

    @Test
    void oneThatCannotStandBehindAnyIsRefusedAtAnyTime() {
        assertThatThrownBy(() -> guest.hosts.join(new FakeHost().with("IDR0", 0x090d_f6b9L)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("has no stage 1");
        assertThat(guest.hosts.all()).hasSize(1);
    }

    @Test
    void allThatIsLackingIsNamed() {
        assertThat(
                        guest.shown.lacking(
                                new FakeHost()
                                        .with("IDR0", 0x0e6c_e2baL)
                                        .with("IDR5", 0x0000_0051L)))
                .containsExactly(
                        "IDR0.ASID16 1 (here 0)",
                        "IDR5.GRAN16K 1 (here 0)",
                        "IDR5.DS 1 (here 0)",
                        "IDR5.VAX 1 (here 0)",
                        "IDR5.OAS 2 (here 1)",
                        "IDR0.S2P 1 (here 0)",
                        "IDR0.ATS 1 (here 0)",
                        "IDR0.PRI 1 (here 0)",
                        "IDR0.TTENDIAN 0 (here 3)",
                        "IDR0.TERM_MODEL 0 (here 1)",
                        "IDR0.STALL_MODEL 1 (here 2)");
    }
}
