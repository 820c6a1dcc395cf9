package org.vinculum.qemu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DmaPort;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;

/// What only a guest has that owns its SMMU.
class PhysicalModeTests {
    private static final long DATA = DrivenGuest.RAM + 64 * DrivenGuest.MIB;

    private DrivenGuest guest;

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    private void start(Map<String, Long> identification) {
        guest = new DrivenGuest(Mode.PHYSICAL, "smmuv3-3.3", identification, 512 * DrivenGuest.MIB);
    }

    @Test
    void bothStagesAreThere() {
        start(Map.of());
        var idr0 = new Idr0((int) guest.read(Idr0.OFFSET, 4));

        assertThat(idr0.has(Idr0.S1P)).isTrue();
        assertThat(idr0.has(Idr0.S2P)).isTrue();
    }

    @Test
    void whatIsAskedForIsShownAsItIs() {
        start(Map.of("IDR0", 0x0d4c_101bL, "IDR1", 0x0107_0010L, "IDR3", 0x404L, "IDR5", 0x75L));

        assertThat(guest.read(Idr0.OFFSET, 4)).isEqualTo(0x0d4c_101bL);
        assertThat(guest.read(Idr1.OFFSET, 4)).isEqualTo(0x0107_0010L);
        assertThat(guest.read(0xc, 4)).isEqualTo(0x404);
        assertThat(guest.read(0x14, 4)).isEqualTo(0x75);
    }

    @Test
    void anUnknownRegisterIsRefused() {
        assertThatThrownBy(() -> start(Map.of("IDR9", 0L)))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessage(
                        "smmuv3-3.3 cannot be as asked for: not an identification register: IDR9.");
    }

    @Test
    void aValueThatTheModelCannotDoIsRefused() {
        assertThatThrownBy(() -> start(Map.of("IDR0", 0x0d4c_1017L)))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("TTF");
    }

    @Test
    void pagesOfEnhancedQueuesThatTheFrameHasNoRoomForAreRefused() {
        assertThatThrownBy(() -> start(Map.of("IDR1", 0x8107_0010L, "IDR6", 0x0030_0000L)))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("has more registers than");
    }

    @Test
    void transactionsAreCounted() {
        start(Map.of());
        guest.driver().device(DeviceDescription.of(0x100)).bypass();
        DmaPort port = guest.connect(0);

        guest.read(port, DATA);
        guest.read(port, DATA);
        guest.read(port, 0);

        assertThat(guest.count("translations of the SMMU")).isEqualTo(3);
        assertThat(guest.count("transactions that nothing answered")).isEqualTo(1);
    }

    @Test
    void aDeviceThatIsGoneReachesNothing() {
        start(Map.of());
        guest.driver().device(DeviceDescription.of(0x100)).bypass();
        DmaPort port = guest.connect(0);

        port.disconnect();

        assertThat(port.translate(-1, DATA, Access.READ, guest.outcome())).isNegative();
        assertThat(port.writeInt(DATA, 1)).isFalse();
    }
}
