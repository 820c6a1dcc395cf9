package org.vinculum.qemu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.DmaPort;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// What only a guest with a hypervisor below it has.
class VirtualModeTests {
    private static final long DATA = DrivenGuest.RAM + 64 * DrivenGuest.MIB;
    private static final long IOVA = 0x7_0000_0000L;
    private static final long PAGE = 4096;

    /// Events of one domain in one round of the hypervisor.
    private static final int ALLOWED = 64;

    private static final int REFUSED = 100;

    private DrivenGuest guest;

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    private DmaPort bypassed(int requester) {
        int stream = DrivenGuest.stream(requester).value();
        guest.driver().device(DeviceDescription.of(stream)).bypass();
        return guest.connect(requester);
    }

    @Test
    void everyByteHasAnotherHostPhysicalAddress() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3");
        DmaPort port = bypassed(0);

        long physical = port.translate(-1, DATA, Access.READ, guest.outcome());

        assertThat(physical).isEqualTo(0x8000_0000_0000L + DATA);
        assertThat(guest.smmu.guestPhysical(physical)).isEqualTo(DATA);
        assertThat(guest.smmu.guestPhysical(DATA)).isNegative();
    }

    @Test
    void stage2LeadsThereInTheLargestBlocksThatFit() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3", Map.of(), 2L << 30);
        DmaPort port = bypassed(0);

        port.translate(-1, DATA, Access.READ, guest.outcome());
        assertThat(guest.outcome().size()).isEqualTo(1L << 30);
        port.translate(-1, DATA + (1L << 30), Access.READ, guest.outcome());
        assertThat(guest.outcome().size()).isEqualTo(2L << 20);
    }

    @Test
    void bothPhysicalSmmusAreUsedUnderOtherStreamIds() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3");
        DmaPort one = bypassed(0);
        DmaPort other = bypassed(8);
        for (int i = 0; i < 3; i++) {
            guest.read(one, DATA);
        }
        guest.read(other, DATA);

        assertThat(guest.count("/smmu@10020000 translations")).isEqualTo(3);
        assertThat(guest.count("/smmu@10000000 translations")).isEqualTo(1);
        assertThat(guest.count("/smmu@10020000 translations remembered")).isEqualTo(2);
        assertThat(guest.count("commands of the guest")).isPositive();
    }

    @Test
    void anInvalidationReachesBoth() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3");
        var space = guest.driver().addressSpace();
        for (int requester : Layout.REQUESTERS) {
            int stream = DrivenGuest.stream(requester).value();
            guest.driver().device(DeviceDescription.of(stream)).attach(space);
        }
        space.map(IOVA, DATA, PAGE, Access.READ);
        DmaPort one = guest.connect(0);
        DmaPort other = guest.connect(8);
        assertThat(guest.read(one, IOVA)).isZero();
        assertThat(guest.read(other, IOVA)).isZero();

        space.unmap(IOVA, PAGE);

        assertThat(guest.read(one, IOVA)).isNegative();
        assertThat(guest.read(other, IOVA)).isNegative();
    }

    @Test
    void moreRefusalsThanARoundHasRoomForAreAnOverflowUntilTheGuestAcknowledgesIt() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3");
        guest.driver()
                .device(DeviceDescription.of(stream(0)))
                .attach(guest.driver().addressSpace());
        DmaPort port = guest.connect(0);
        for (int i = 0; i < REFUSED; i++) {
            assertThat(guest.read(port, IOVA + i * PAGE)).isNegative();
        }

        while (guest.smmu.work(64)) {
            continue;
        }

        assertThat(guest.count("events written for the guest")).isEqualTo(ALLOWED);
        assertThat(guest.count("events dropped")).isEqualTo(REFUSED - ALLOWED);
        assertThat(overflow()).isTrue();
        guest.driver().serveInterrupts();
        assertThat(guest.events).hasSize(ALLOWED);
        assertThat(overflow()).isFalse();
    }

    private boolean overflow() {
        return EventqProd.OVFLG.isSet(
                guest.read(EventqProd.OFFSET, 4) ^ guest.read(EventqCons.OFFSET, 4));
    }

    private static int stream(int requester) {
        return DrivenGuest.stream(requester).value();
    }

    @Test
    void theGuestIsShownStage1Alone() {
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3");

        assertThat(guest.read(Idr0.OFFSET, 4)).isEqualTo(0x0808_349aL);
        assertThat(guest.read(Idr1.OFFSET, 4)).isEqualTo(0x0273_0510L);
        assertThat(guest.read(Idr3.OFFSET, 4)).isEqualTo(0x3604L);
        assertThat(guest.read(Idr5.OFFSET, 4)).isEqualTo(0x0040_04f5L);
    }

    @Test
    void aModelThatMustNotNestIsRefusedOnceForEachSmmu() {
        assertThatThrownBy(() -> new DrivenGuest(Mode.VIRTUAL, "mmu-600-r0p0"))
                .isInstanceOfSatisfying(
                        LiveGuestRefusedException.class,
                        refused ->
                                assertThat(refused.reasons())
                                        .containsExactlyInAnyOrder(
                                                "/smmu@10000000 must not nest stage 1 over stage"
                                                        + " 2 (erratum 1209401).",
                                                "/smmu@10020000 must not nest stage 1 over stage"
                                                        + " 2 (erratum 1209401)."));
    }

    @ParameterizedTest
    @CsvSource({"thunderx2, 4", "hi161x, 4", "qemu-9.2, 4", "smmuv3-3.0, 5"})
    void aModelWithFewerAddressBitsShowsThose(String model, long oas) {
        guest = new DrivenGuest(Mode.VIRTUAL, model);
        DmaPort port = bypassed(8);

        assertThat(Idr5.OAS.get(guest.read(Idr5.OFFSET, 4))).isEqualTo(oas);
        assertThat(guest.write(port, DATA, 1)).isEqualTo(DATA);
    }

    @Test
    void nothingMoreIsShownThanIsAskedFor() {
        var most = Map.of("IDR0", 0x0c40_001aL, "IDR1", 0x00e7_0010L, "IDR3", 0L, "IDR5", 0x12L);
        guest = new DrivenGuest(Mode.VIRTUAL, "smmuv3-3.3", most, 512 * DrivenGuest.MIB);

        assertThat(guest.read(Idr5.OFFSET, 4) & 0xffff).isEqualTo(0x12);
        assertThat(Idr1.CMDQS.get(guest.read(Idr1.OFFSET, 4))).isEqualTo(7);
        assertThat(Idr0.MSI.isSet(guest.read(Idr0.OFFSET, 4))).isFalse();
        assertThat(guest.write(bypassed(0), DATA, 1)).isEqualTo(DATA);
    }

    @Test
    void whatNobodyChoosesOfAVirtualSmmuIsRefused() {
        assertThatThrownBy(() ->
                        new DrivenGuest(
                                Mode.VIRTUAL,
                                "smmuv3-3.3",
                                Map.of("IIDR", 1L, "FOO", 1L, "IDR0", -1L),
                                512 * DrivenGuest.MIB))
                .isInstanceOfSatisfying(
                        LiveGuestRefusedException.class,
                        refused ->
                                assertThat(refused.reasons())
                                        .containsExactly(
                                                "IDR0 has 32 bits, not 0xffffffffffffffff.",
                                                "Nobody chooses FOO of a virtual SMMU.",
                                                "Nobody chooses IIDR of a virtual SMMU."));
    }

    @Test
    void theHypervisorsReasonsAreTheGuests() {
        assertThatThrownBy(() ->
                        new DrivenGuest(
                                Mode.VIRTUAL,
                                "smmuv3-3.3",
                                Map.of("IDR1", 0x00e7_0008L),
                                512 * DrivenGuest.MIB))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("(IDR1.SIDSIZE)");
    }
}
