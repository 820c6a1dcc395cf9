package org.vinculum.qemu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.AttachedDevice;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

/// What a guest finds the same whatever its SMMU is.
class BothModesTests {
    private static final long DATA = DrivenGuest.RAM + 64 * DrivenGuest.MIB;
    private static final long IOVA = 0x7_0000_0000L;
    private static final long PAGE = 4096;
    private static final int READ_WRITE = Access.READ | Access.WRITE;
    private static final long BITS_48 = 5;

    private DrivenGuest guest;

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    private AddressSpace attached(int requester) {
        AddressSpace space = guest.driver().addressSpace();
        device(requester).attach(space);
        return space;
    }

    private AttachedDevice device(int requester) {
        return guest.driver().device(DeviceDescription.of(DrivenGuest.stream(requester).value()));
    }

    private void start(Mode mode) {
        guest = new DrivenGuest(mode, "smmuv3-3.3");
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSICAL, smmuv3-3.0",
        "PHYSICAL, smmuv3-3.3",
        "PHYSICAL, mmu-600-r2p0",
        "PHYSICAL, mmu-700-r1p1",
        "VIRTUAL, smmuv3-3.0",
        "VIRTUAL, smmuv3-3.3",
        "VIRTUAL, mmu-600-r2p0",
        "VIRTUAL, mmu-700-r1p1"
    })
    void linuxFinds48BitsAndNothingToWarnOf(Mode mode, String model) {
        guest = new DrivenGuest(mode, model);
        var idr0 = new Idr0((int) guest.read(Idr0.OFFSET, 4));
        var idr1 = new Idr1((int) guest.read(Idr1.OFFSET, 4));

        assertThat(Idr5.OAS.get(guest.read(Idr5.OFFSET, 4))).isEqualTo(BITS_48);
        assertThat(idr1.get(Idr1.SIDSIZE)).isEqualTo(Layout.SID_BITS);
        assertThat(idr0.has(Idr0.PRI)).isFalse();
        assertThat(idr0.has(Idr0.COHACC)).isTrue();
        assertThat(guest.smmu.frameSize()).isEqualTo(0x2_0000);
    }

    @ParameterizedTest
    @EnumSource
    void dmaReachesTheGuestsOwnBytes(Mode mode) {
        start(mode);
        attached(0).map(IOVA, DATA, 16 * PAGE, READ_WRITE);
        DmaPort port = guest.connect(0);
        guest.ram.setLong(DATA - DrivenGuest.RAM + 8, 0x1234);

        assertThat(guest.read(port, IOVA + 8)).isEqualTo(0x1234);
        assertThat(guest.write(port, IOVA + 15 * PAGE, 0x5678)).isEqualTo(DATA + 15 * PAGE);

        assertThat(guest.ram.getLong(DATA - DrivenGuest.RAM + 15 * PAGE)).isEqualTo(0x5678);
    }

    @ParameterizedTest
    @EnumSource
    void anAccessToWhatIsNotMappedIsAnEventOfTheGuestsOwnStreamAndAddress(Mode mode) {
        start(mode);
        attached(8).map(IOVA, DATA, PAGE, Access.READ);
        DmaPort port = guest.connect(8);
        guest.raised.clear();

        assertThat(guest.read(port, IOVA + PAGE)).isEqualTo(Outcome.ABORT);
        assertThat(guest.write(port, IOVA + 8, 1)).isEqualTo(Outcome.ABORT);
        guest.settle();

        assertThat(guest.raised).contains(Layout.EVENT_INTID).doesNotContain(Layout.GERROR_INTID);
        assertThat(guest.events).hasSize(2);
        assertThat(guest.events.get(0))
                .isInstanceOfSatisfying(
                        FTranslation.class,
                        event -> {
                            assertThat(event.streamId()).isEqualTo(0x108);
                            assertThat(event.fault().inputAddr()).isEqualTo(IOVA + PAGE);
                            assertThat(event.fault().access().rnw()).isTrue();
                            assertThat(event.fault().origin().s2()).isFalse();
                        });
        assertThat(guest.events.get(1))
                .isInstanceOfSatisfying(
                        FPermission.class,
                        event -> {
                            assertThat(event.streamId()).isEqualTo(0x108);
                            assertThat(event.fault().inputAddr()).isEqualTo(IOVA + 8);
                        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRememberedOfWhatWasUnmapped(Mode mode) {
        start(mode);
        AddressSpace space = attached(0);
        DmaPort port = guest.connect(0);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 1000; i++) {
            long page = DATA + PAGE * random.nextInt(1000);
            guest.ram.setLong(page - DrivenGuest.RAM, i);
            space.map(IOVA, page, PAGE, READ_WRITE);
            assertThat(guest.read(port, IOVA)).isEqualTo(i);
            space.unmap(IOVA, PAGE);
            assertThat(guest.read(port, IOVA)).isEqualTo(Outcome.ABORT);
            guest.settle();
        }
        assertThat(guest.events).hasSize(1000);
        assertThat(guest.driver().counts().commandErrors()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void streamsSeeTheirOwnMemoryAlone(Mode mode) {
        start(mode);
        attached(0).map(IOVA, DATA, PAGE, READ_WRITE);
        attached(8).map(IOVA, DATA + PAGE, PAGE, READ_WRITE);

        guest.write(guest.connect(0), IOVA, 1);
        guest.write(guest.connect(8), IOVA, 2);

        assertThat(guest.ram.getLong(DATA - DrivenGuest.RAM)).isEqualTo(1);
        assertThat(guest.ram.getLong(DATA + PAGE - DrivenGuest.RAM)).isEqualTo(2);
        assertThat(guest.read(guest.connect(3), IOVA)).isEqualTo(Outcome.ABORT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfADeviceIsTranslatedAndNamesItsStream(Mode mode) {
        start(mode);
        attached(8).mapDevice(0x800_0000, Layout.MESSAGE_FRAME.start().value(), PAGE);
        DmaPort port = guest.connect(8);

        assertThat(guest.writeMessage(port, 0x800_0040, 17)).isEqualTo(0x809_0040L);
        assertThat(guest.writeMessage(port, 0x800_0044, 18)).isEqualTo(0x809_0044L);
        assertThat(guest.read(port, 0x800_0040)).isEqualTo(Outcome.ABORT);

        assertThat(guest.messages).containsExactly("0x108 17");
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatLeadsOutOfTheGuestLeadsNowhere(Mode mode) {
        start(mode);
        AddressSpace space = attached(0);
        DmaPort port = guest.connect(0);
        long[] outside = {
            0, 0x1000_0000L, 0x2000_0000L, 0x2fff_f000L, DrivenGuest.RAM - PAGE, 0x8000_4000_0000L
        };
        for (long address : outside) {
            space.map(IOVA, address, PAGE, READ_WRITE);
            assertThat(guest.read(port, IOVA)).as("0x%x", address).isEqualTo(Outcome.ABORT);
            assertThat(guest.write(port, IOVA, -1)).as("0x%x", address).isEqualTo(Outcome.ABORT);
            space.unmap(IOVA, PAGE);
        }
        guest.settle();

        space.map(IOVA, DATA, PAGE, READ_WRITE);
        assertThat(guest.write(port, IOVA, 1)).isEqualTo(DATA);
    }

    @ParameterizedTest
    @EnumSource
    void aRootTableThatIsNotTheGuestsIsNotWalked(Mode mode) {
        start(mode);
        attached(0).map(IOVA, DATA, PAGE, READ_WRITE);
        DmaPort port = guest.connect(0);
        long root = contextOfStream100() + 8;
        long good = guest.ram.getLong(root);

        guest.ram.setLong(root, 0x2000_0000L);
        assertThat(guest.read(port, IOVA)).isEqualTo(Outcome.ABORT);
        guest.settle();
        assertThat(guest.events).hasSize(1);
        assertThat(guest.events.getFirst().streamId()).isEqualTo(0x100);

        guest.ram.setLong(root, good);
        device(0).attach(guest.driver().addressSpace());
        assertThat(guest.read(port, IOVA)).isEqualTo(Outcome.ABORT);
        guest.settle();
        assertThat(guest.events.getLast()).isInstanceOf(FTranslation.class);
    }

    /// Offset in RAM of the context descriptor that the guest's own two-level table leads to (IHI 0070, 5.1 and 5.2).
    private long contextOfStream100() {
        long address = (1L << 52) - (1 << 6);
        long level1 = (guest.read(0x80, 8) & address) - DrivenGuest.RAM;
        long entry = (guest.ram.getLong(level1 + 8) & address) - DrivenGuest.RAM;
        return (guest.ram.getLong(entry) & address) - DrivenGuest.RAM;
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatIsPassedThroughReachesTheGuestAsItIs(Mode mode) {
        start(mode);
        device(0).bypass();
        DmaPort port = guest.connect(0);

        assertThat(guest.write(port, DATA, 0x77)).isEqualTo(DATA);

        assertThat(guest.ram.getLong(DATA - DrivenGuest.RAM)).isEqualTo(0x77);
        assertThat(guest.read(port, DrivenGuest.RAM + 512 * DrivenGuest.MIB))
                .isEqualTo(Outcome.ABORT);
    }

    @ParameterizedTest
    @EnumSource
    void moreFaultsThanTheQueueHoldsAreAnOverflowAndThenEverythingWorks(Mode mode) {
        start(mode);
        AddressSpace space = attached(0);
        DmaPort port = guest.connect(0);
        for (int i = 0; i < 5000; i++) {
            guest.read(port, IOVA + i * PAGE);
            if (i % 64 == 0) {
                guest.smmu.work(64);
            }
        }
        while (guest.smmu.work(64)) {
            continue;
        }
        guest.settle();

        assertThat(guest.events).hasSize(256);
        assertThat(guest.driver().counts().overflows()).isPositive();
        space.map(IOVA, DATA, PAGE, READ_WRITE);
        assertThat(guest.write(port, IOVA, 1)).isEqualTo(DATA);
        guest.read(port, IOVA + PAGE);
        guest.settle();
        assertThat(guest.events).hasSize(257);
    }

    @ParameterizedTest
    @EnumSource
    void aGuestMayBeLargerThan2Gib(Mode mode) {
        guest = new DrivenGuest(mode, "smmuv3-3.3", Map.of(), 3L << 30);
        long high = DrivenGuest.RAM + (2800L << 20);
        attached(0).map(IOVA, high, PAGE, READ_WRITE);

        assertThat(guest.write(guest.connect(0), IOVA + 8, 0x99)).isEqualTo(high + 8);

        assertThat(guest.ram.getLong(high - DrivenGuest.RAM + 8)).isEqualTo(0x99);
    }

    @ParameterizedTest
    @EnumSource
    void onlyStreamsOfTheGuestHaveADevice(Mode mode) {
        start(mode);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> guest.smmu.connect(new StreamId(0x110), Device.SIMPLE))
                .withMessageContaining("0x110");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guest.smmu.connect(new StreamId(0x35), Device.SIMPLE));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTheGuestsHasNoGuestPhysicalAddress(Mode mode) {
        start(mode);

        assertThat(guest.smmu.guestPhysical(0x2000_0000L)).isNegative();
        assertThat(guest.smmu.guestPhysical(1L << 40)).isNegative();
        assertThat(guest.smmu.guestPhysical(-1)).isNegative();
    }
}
