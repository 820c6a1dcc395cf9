package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.DOORBELL;
import static org.vinculum.qemu.trace.TracedGuest.FIRST_EVENT;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;

/// What a driver and devices do is traced; the trace is played on every generic model, with caches and without.
class TracedRunTest {
    private static final int BOTH = Access.READ | Access.WRITE;

    private final TracedGuest guest =
            new TracedGuest(
                    Map.of(), description -> new PlainSmmu(Models.of("smmuv3-3.2"), description));

    @AfterEach
    void replays() {
        guest.close();
        assertThat(guest.progress).isEmpty();
        assertThat(guest.differences()).isZero();
        assertThat(Models.replayEverywhere(guest.trace())).isEmpty();
    }

    private AddressSpace attached(GuestDriver driver) {
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        return space;
    }

    @Test
    void aReadOfWhatIsMappedAndThenIsNot() {
        AddressSpace space = attached(guest.start(DriverOptions.ordinary()));
        DmaDevice dma = guest.device(STREAM);

        space.map(0x7000, DATA, 4096, BOTH);
        guest.ram.setLong(DATA + 8 - guest.ram.start(), 42);
        assertThat(dma.readLong(0x7008, -1)).isEqualTo(42);
        space.unmap(0x7000, 4096);
        assertThat(dma.readLong(0x7008, -1)).isEqualTo(-1);

        assertThat(guest.trace())
                .contains(
                        "{\"dma\":\"r\",\"sid\":\"0x100\",\"addr\":\"0x7008\",\"size\":8,\"pa\":\"0x43000008\"}\n")
                .contains(
                        "{\"dma\":\"r\",\"sid\":\"0x100\",\"addr\":\"0x7008\",\"size\":8,\"fault\":\"abort\"}\n")
                .contains("\"irq\":[\"evtq\"]");
    }

    @Test
    void faultsThatTheDriverHearsOf() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = attached(driver);
        DmaDevice dma = guest.device(STREAM);
        space.map(0x7000, DATA, 4096, Access.READ);

        dma.readLong(0x9000, -1);
        assertThat(dma.reaches(0x7000, true)).isFalse();
        guest.device(STREAM + 5).readLong(0x9000, -1);

        assertThat(driver.serveInterrupts()).isEqualTo(2);
        dma.readLong(0x9000, -1);
        assertThat(driver.serveInterrupts()).isEqualTo(1);
    }

    @Test
    void messagesOfTheSmmuAndOfADevice() {
        GuestDriver driver =
                guest.start(DriverOptions.ordinary().withMessages(DOORBELL, FIRST_EVENT));
        AddressSpace space = attached(driver);
        DmaDevice dma = guest.device(STREAM);
        space.mapDevice(0x800_0000, DOORBELL & -4096, 4096);

        assertThat(dma.message(DmaDevice.PLAIN, 0x800_0040, 7)).isTrue();
        dma.readLong(0x9000, -1);

        assertThat(driver.serveInterrupts()).isEqualTo(1);
        assertThat(guest.messages).containsExactly(7, FIRST_EVENT);
        assertThat(guest.trace()).contains("\"irq\":[\"msi:0x8090040:0x64\"]");
    }

    @Test
    void anIllegalCommandThatTheDriverReplaces() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = attached(driver);
        space.map(0x7000, DATA, 4096, BOTH);
        space.map(0x9000, DATA, 4096, BOTH);
        DmaDevice dma = guest.device(STREAM);
        assertThat(dma.reaches(0x9000, false)).isTrue();

        guest.spoil = true;
        space.unmap(0x9000, 4096);
        space.unmap(0x7000, 4096);

        assertThat(dma.reaches(0x7000, false)).isFalse();
        assertThat(driver.counts().commandErrors()).isEqualTo(1);
        assertThat(guest.trace()).contains("\"cmd\":[\"0xff\",").contains("\"cerror\":1");
    }

    @Test
    void moreFaultsThanTheQueueHolds() {
        GuestDriver driver = guest.start(DriverOptions.ordinary().withEventBits(4));
        AddressSpace space = attached(driver);
        DmaDevice dma = guest.device(STREAM);
        for (int i = 0; i < 40; i++) {
            dma.readLong(0x7000 + 8L * i, -1);
        }
        assertThat(driver.serveInterrupts()).isEqualTo(16);
        assertThat(driver.counts().overflows()).isEqualTo(1);

        space.map(0x7000, DATA, 4096, BOTH);
        assertThat(dma.reaches(0x7000, false)).isTrue();
        dma.readLong(0x9000, -1);
        assertThat(driver.serveInterrupts()).isEqualTo(1);
    }

    @Test
    void aCommandQueueThatWrapsManyTimes() {
        GuestDriver driver = guest.start(DriverOptions.ordinary().withCommandBits(7));
        AddressSpace space = attached(driver);
        DmaDevice dma = guest.device(STREAM);

        for (int i = 0; i < 30; i++) {
            space.map(0x10_0000, DATA + i * 4096L, 100 * 4096, BOTH);
            assertThat(dma.reaches(0x10_0000 + 7 * 4096, true)).isTrue();
            space.unmap(0x10_0000, 100 * 4096);
        }

        assertThat(driver.counts().timeouts()).isZero();
    }

    @Test
    void tablesThatBecomeDataAndTablesAgain() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace first = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(first);
        DmaDevice dma = guest.device(STREAM);
        for (int i = 0; i < 20; i++) {
            first.map(i * 0x4000_0000L, DATA, 4096, BOTH);
            assertThat(dma.reaches(i * 0x4000_0000L, true)).isTrue();
            first.unmap(i * 0x4000_0000L, 4096);
        }
        AddressSpace second = driver.addressSpace();
        var device = driver.device(DeviceDescription.of(STREAM + 8));
        device.attach(second);
        second.map(0x7000, DATA, 4096, BOTH);
        assertThat(guest.device(STREAM + 8).reaches(0x7000, true)).isTrue();
        device.detach();
        driver.release(second);
        assertThat(guest.device(STREAM + 8).reaches(0x7000, true)).isFalse();
    }

    @Test
    void transactionsThatWaitForTheDriver() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {STREAM}, 0, true, false)).attach(space);
        DmaDevice dma = guest.device(STREAM);

        assertThat(dma.reaches(0x7000, false)).isFalse();
        guest.answer = FaultHandler.Answer.ABORT;
        driver.serveInterrupts();

        assertThat(guest.trace())
                .contains("\"as\":\"t1\",\"fault\":\"stall\"")
                .contains("{\"outcome\":\"t1\",\"fault\":\"abort\"}");
    }

    @Test
    void devicesThatKeepTranslations() {
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {STREAM}, 0, false, true)).attach(space);
        DmaDevice dma = guest.device(STREAM, true);
        space.map(0x7000, DATA, 4096, BOTH);

        assertThat(dma.readLong(0x7000, -1)).isZero();
        space.unmap(0x7000, 4096);
        assertThat(dma.readLong(0x7000, -1)).isEqualTo(-1);

        assertThat(guest.trace()).contains("\"kind\":\"ats\"");
    }
}
