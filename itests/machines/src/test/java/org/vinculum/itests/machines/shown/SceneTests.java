package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.FTranslation;

/// The scene that the project comes from: two SMMUs, a device with the same stream ID behind each, one guest that sees one
/// virtual SMMU.
class SceneTests {
    private static final int SAME = 5;
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final long IOVA = 0x10_0000L;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2", "smmuv3-3.1");
    private final MemorySegment bytes = Arena.ofAuto().allocate(6000, 8);
    private TestedGuest guest;
    private GuestDriver driver;
    private AddressSpace first;
    private AddressSpace second;
    private long page;

    @BeforeEach
    void start() {
        guest = machine.guest("guest1").with(1, 0, SAME).with(2, 1, SAME);
        driver = guest.started();
        first = driver.addressSpace();
        second = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(first);
        driver.device(DeviceDescription.of(2)).attach(second);
        page = guest.pages.demand(0x4000);
        first.map(IOVA, page, 0x2000, BOTH);
        second.map(IOVA, page + 0x2000, 0x2000, BOTH);
    }

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        assertThat(driver.counts().timeouts()).isZero();
        machine.close();
    }

    private void write(DmaDevice device, long value) {
        bytes.set(ValueLayout.JAVA_LONG, 5992, value);
        assertThat(device.write(DmaDevice.PLAIN, IOVA + 0x100, bytes).state())
                .isEqualTo(TransferState.DONE);
    }

    @Test
    void bothDevicesReachTheirOwnPages() {
        write(guest.device(0, SAME), 11);
        write(guest.device(1, SAME), 22);

        assertThat(guest.word(page + 0x100 + 5992)).isEqualTo(11);
        assertThat(guest.word(page + 0x2000 + 0x100 + 5992)).isEqualTo(22);
    }

    @Test
    void whatIsUnmappedIsOutOfReachOfItsDeviceAlone() {
        DmaDevice one = guest.device(0, SAME);
        DmaDevice other = guest.device(1, SAME);
        write(one, 1);
        write(other, 2);

        first.unmap(IOVA, 0x2000);

        assertThat(one.readLong(IOVA, -1)).isEqualTo(-1);
        assertThat(other.reaches(IOVA, true)).isTrue();
        second.unmap(IOVA, 0x2000);
        assertThat(other.readLong(IOVA, -1)).isEqualTo(-1);
    }

    @Test
    void faultsHaveVirtualStreamIdsAndComeToTheirGuestOnly() {
        TestedGuest stranger = machine.guest("guest2").with(1, 0, 6);
        GuestDriver others = stranger.started();
        AddressSpace space = others.addressSpace();
        others.device(DeviceDescription.of(1)).attach(space);

        guest.device(1, SAME).readLong(0x77_7000, -1);
        guest.device(0, SAME).readLong(0x66_6000, -1);
        guest.serve();
        stranger.serve();

        assertThat(guest.events)
                .map(event -> event.streamId() + " " + ((FTranslation) event).fault().inputAddr())
                .containsExactlyInAnyOrder("2 " + 0x77_7000, "1 " + 0x66_6000);
        assertThat(stranger.events).isEmpty();
    }

    @Test
    void theGuestTakesAnUnassignedStreamForOneThatIsNotThere() {
        driver.device(DeviceDescription.of(9)).attach(first);

        assertThat(guest.device(0, 9).reaches(IOVA, false)).isFalse();
        guest.serve();
        assertThat(guest.events).isEmpty();
    }
}
