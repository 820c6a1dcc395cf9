package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.DOORBELL;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.mode.InstalledModels;
import org.vinculum.qemu.physical.PhysicalSmmu;

/// The SMMUs that live guests get: a trace of a virtual one, nested on two, is that of a plain one.
class ModesTraceTest {
    private static GuestSmmu virtual(GuestSmmuDescription description) {
        return DomainSmmu.of(description, InstalledModels::contender, InstalledModels.hypervisor());
    }

    private static GuestSmmu physical(GuestSmmuDescription description) {
        return PhysicalSmmu.of(description, InstalledModels::contender);
    }

    @ParameterizedTest
    @CsvSource({
        "virtual,smmuv3-3.0,1,true",
        "virtual,smmuv3-3.2,2,true",
        "virtual,smmuv3-3.3,3,false",
        "virtual,mmu-700-r1p1,4,true",
        "virtual,thunderx2,5,true",
        "physical,smmuv3-3.3,6,true",
        "physical,thunderx2,7,true"
    })
    void traceReplays(String mode, String model, long seed, boolean spoils) {
        boolean virtual = mode.equals("virtual");
        TracedGuest guest =
                new TracedGuest(
                        model,
                        Map.of(),
                        virtual ? ModesTraceTest::virtual : ModesTraceTest::physical);
        DriverOptions options = DriverOptions.ordinary().withCommandBits(7).withEventBits(7);
        boolean page0 = !virtual && model.equals("thunderx2");

        new RandomDriver(guest, spoils).drive(page0 ? options.withPage0Only() : options, seed);

        String where = mode + ", " + model + ", seed " + seed;
        assertThat(guest.progress).as(where).isEmpty();
        assertThat(guest.differences()).as(where).isZero();
        assertThat(Models.replay(guest.trace())).as(where).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void translationsThatDevicesKeepAreTheGuestsOwn(boolean virtual) {
        TracedGuest guest =
                new TracedGuest(
                        Map.of(), virtual ? ModesTraceTest::virtual : ModesTraceTest::physical);
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {STREAM}, 0, false, true)).attach(space);
        DmaDevice dma = guest.device(STREAM, true);
        space.map(0x7000, DATA, 4096, Access.READ);

        assertThat(dma.readLong(0x7000, -1)).isNotEqualTo(-1);
        assertThat(dma.heldTranslations()).isEqualTo(1);
        space.unmap(0x7000, 4096);
        assertThat(dma.heldTranslations()).isZero();
        guest.close();

        assertThat(guest.progress).isEmpty();
        assertThat(guest.differences()).isZero();
        assertThat(Models.replay(guest.trace())).isEmpty();
    }

    @Test
    void messagesOfDevicesBehindAVirtualSmmuAreThere() {
        TracedGuest guest = new TracedGuest(Map.of(), ModesTraceTest::virtual);
        GuestDriver driver = guest.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        DmaDevice dma = guest.device(STREAM);
        space.mapDevice(0x800_0000, DOORBELL & -4096, 4096);
        space.map(0x7000, DATA, 4096, Access.READ);

        assertThat(dma.message(DmaDevice.PLAIN, 0x800_0040, 7)).isTrue();
        assertThat(dma.reaches(0x7000, false)).isTrue();
        guest.close();

        assertThat(guest.messages).containsExactly(7);
        assertThat(guest.differences()).isZero();
        assertThat(Models.replay(guest.trace())).isEmpty();
        assertThat(guest.trace()).contains("\"pa\":\"0x8090040\"");
    }
}
