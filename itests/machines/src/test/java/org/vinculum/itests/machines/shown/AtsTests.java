package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;

/// Devices that keep translations: they get guest physical addresses, stage 2 stays in force for them, and one that does not
/// answer harms its own guest alone.
class AtsTests {
    private static final long IOVA = 0x10_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final int DEVICE_ERROR = 3;

    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);

    /// A device that keeps translations and does not answer when it is asked to forget them.
    private static final class Mute implements Device {
        @Override
        public boolean invalidate(int substreamId, long address, long size, boolean global) {
            return false;
        }

        @Override
        public void respond(int substreamId, int group, Response response) {}

        @Override
        public void release(int stag, Release release) {}
    }

    private static AddressSpace attached(GuestDriver driver) {
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, false, true)).attach(space);
        return space;
    }

    private static long host(TestedGuest guest, long address) {
        Mapping ram =
                guest.domain.mappings().stream().filter(Mapping::ram).findFirst().orElseThrow();
        return ram.host() + address - ram.guest().start().value();
    }

    @Test
    void aDeviceGetsAGuestPhysicalAddressThatStage2Checks() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();
            AddressSpace space = attached(guest.started());
            long page = guest.pages.demand(1);
            space.map(IOVA, page, 4096, Access.READ);
            Probe device = new Probe(machine, 0, 5);

            assertThat(device.request(IOVA + 0x10)).isEqualTo(page + 0x10);
            assertThat(device.readTranslated(page + 0x10)).isEqualTo(host(guest, page + 0x10));
            assertThat(device.readTranslated(TestedGuest.RAM + TestedGuest.SIZE)).isNegative();
            assertThat(device.readTranslated(TestedMachine.RAM)).isNegative();
        }
    }

    @Test
    void aDeviceForgetsWhatItsGuestInvalidates() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();
            GuestDriver driver = guest.started();
            assertThat(driver.features().ats()).isTrue();
            AddressSpace space = attached(driver);
            space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
            DmaDevice device = guest.device(0, 5, true);
            assertThat(device.write(DmaDevice.PLAIN, IOVA, bytes).state())
                    .isEqualTo(TransferState.DONE);
            assertThat(device.heldTranslations()).isEqualTo(1);

            space.unmap(IOVA, 4096);

            assertThat(device.heldTranslations()).isZero();
            assertThat(device.write(DmaDevice.PLAIN, IOVA, bytes).state())
                    .isEqualTo(TransferState.ABORTED);
            assertThat(machine.commandErrors()).isZero();
        }
    }

    @Test
    void aDeviceThatDoesNotAnswerStopsItsOwnGuestAlone() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();
            TestedGuest other = machine.guest("guest2").with(1, 0, 6).withAts();
            GuestDriver driver = guest.started();
            GuestDriver others = other.started();
            AddressSpace space = attached(driver);
            final AddressSpace theirs = attached(others);
            machine.machine.connect(PhysicalStream.of("/smmu0", 5), new Mute());
            space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
            theirs.map(IOVA, other.pages.demand(1), 4096, BOTH);
            List<Integer> codes = new ArrayList<>();
            guest.errors = () -> codes.add((int) (guest.hardware.read(0x9c, 4) >>> 24 & 0x7f));

            space.unmap(IOVA, 4096);
            theirs.unmap(IOVA, 4096);

            assertThat(codes).contains(DEVICE_ERROR).doesNotContain(1, 2);
            assertThat(driver.counts().commandErrors()).isPositive();
            assertThat(driver.counts().timeouts()).isZero();
            assertThat(others.counts().commandErrors()).isZero();
            assertThat(others.counts().timeouts()).isZero();
            assertThat(guest.domain.traffic().getFirst().commandErrors()).isPositive();
            assertThat(other.domain.traffic().getFirst().commandErrors()).isZero();
            var host = machine.machine.hostTraffic().getFirst();
            assertThat(host.deviceTimeouts()).isEqualTo(host.commandErrors()).isPositive();
        }
    }

    @Test
    void aGuestThatHasNotBeenGivenAtsGetsNoTranslations() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5);
            GuestDriver driver = guest.started();
            assertThat(driver.features().ats()).isFalse();
            AddressSpace space = attached(driver);
            long page = guest.pages.demand(1);
            space.map(IOVA, page, 4096, Access.READ);
            Probe device = new Probe(machine, 0, 5);

            assertThat(device.request(IOVA)).isNegative();
            assertThat(device.readTranslated(page)).isNegative();
            assertThat(device.readTranslated(host(guest, page))).isNegative();
        }
    }

    @Test
    void anSmmuThatCannotSplitStagesShowsNoAts() {
        try (TestedMachine machine = new TestedMachine("thunderx2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();

            assertThat(guest.started().features().ats()).isFalse();
        }
    }

    /// The driver knows no page request and refuses it; the device hears that.
    @Test
    void aPageRequestReachesTheGuestAndItsAnswerTheDevice() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();
            GuestDriver driver = guest.started();
            assertThat(driver.features().pageRequests()).isTrue();
            attached(driver);
            List<String> answers = new ArrayList<>();
            Device device =
                    new Device() {
                        @Override
                        public boolean invalidate(
                                int substreamId, long address, long size, boolean global) {
                            return true;
                        }

                        @Override
                        public void respond(int substreamId, int group, Response response) {
                            answers.add(group + " " + response);
                        }

                        @Override
                        public void release(int stag, Release release) {}
                    };
            DmaPort port = machine.machine.connect(PhysicalStream.of("/smmu0", 5), device);

            port.requestPage(-1, IOVA, Access.READ, 7, true);
            guest.serve();

            assertThat(answers).containsExactly("7 " + Response.FAILURE);
            assertThat(machine.commandErrors()).isZero();
        }
    }

    /// The one exception: a device that is trusted gets the host's address, and stage 2 is not asked again.
    @Test
    void aTrustedDeviceGetsTheHostsAddress() {
        try (TestedMachine machine = new TestedMachine("smmuv3-3.2")) {
            TestedGuest guest = machine.guest("guest1").withTrusted(1, 0, 5).withAts();
            AddressSpace space = attached(guest.started());
            long page = guest.pages.demand(1);
            space.map(IOVA, page, 4096, Access.READ);

            assertThat(new Probe(machine, 0, 5).request(IOVA)).isEqualTo(host(guest, page));
        }
    }
}
