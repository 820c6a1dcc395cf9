package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FCdFetch;
import org.vinculum.smmu.spec.event.FWalkEabt;

/// A guest whose tables lead out of its memory: it sees what an SMMU without stage 2 would say.
class Stage2FaultTests {
    private static final long NOWHERE = 0x7fff_0000L;
    private static final long IOVA = 0x10_0000L;
    private static final long STREAM_TABLE = 0x80;
    private static final long ADDRESS = 0xf_ffff_ffff_f000L;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2");
    private final TestedGuest guest = machine.guest("guest1").with(1, 0, 5);
    private GuestDriver driver;
    private AddressSpace space;
    private DmaDevice device;

    @BeforeEach
    void start() {
        driver = guest.started();
        space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        device = guest.device(0, 5);
    }

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private long contextDescriptor() {
        long table = guest.hardware.read(STREAM_TABLE, 8) & ADDRESS;
        return guest.word(table + 64) & ADDRESS;
    }

    private Event onlyEvent() {
        guest.serve();
        assertThat(guest.events).hasSize(1);
        return guest.events.getFirst();
    }

    @Test
    void aContextDescriptorOutsideIsAFetchThatFailed() {
        long entry = (guest.hardware.read(STREAM_TABLE, 8) & ADDRESS) + 64;
        guest.put(entry, guest.word(entry) & ~ADDRESS | NOWHERE);
        guest.hardware.write(0x20, 4, 0xc);
        guest.hardware.write(0x20, 4, 0xd);
        machine.settle();

        assertThat(device.reaches(IOVA, false)).isFalse();

        assertThat(onlyEvent())
                .isInstanceOfSatisfying(
                        FCdFetch.class,
                        fault -> {
                            assertThat(fault.streamId()).isEqualTo(1);
                            assertThat(fault.abort().fetchAddr()).isEqualTo(NOWHERE);
                        });
    }

    @Test
    void aPageTableOutsideIsAWalkThatFailed() {
        long descriptor = contextDescriptor();
        guest.put(descriptor + 8, NOWHERE);
        space.map(IOVA, guest.pages.demand(1), 4096, Access.READ);
        guest.hardware.write(0x20, 4, 0xc);
        guest.hardware.write(0x20, 4, 0xd);
        machine.settle();

        assertThat(device.reaches(IOVA, false)).isFalse();

        assertThat(onlyEvent())
                .isInstanceOfSatisfying(
                        FWalkEabt.class,
                        fault -> {
                            assertThat(fault.streamId()).isEqualTo(1);
                            assertThat(fault.origin().s2()).isFalse();
                            assertThat(fault.inputAddr()).isEqualTo(IOVA);
                        });
    }

    @Test
    void aPageOutsideIsAnAbortThatOnlyTheDeviceSees() {
        space.map(IOVA, NOWHERE, 4096, Access.READ);

        assertThat(device.reaches(IOVA, false)).isFalse();

        guest.serve();
        assertThat(guest.events).isEmpty();
    }
}
