package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.iommu.Access;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// dom0 as on a machine with five SMMUs: a virtual one at the place of each, its own memory in place, equal stream IDs.
class Dom0Tests {
    private static final int SMMUS = 5;
    private static final int STREAM = 0x40;
    private static final long IOVA = 0x10_0000L;
    private static final long RAM = TestedMachine.RAM + (256L << 20);
    private static final long PART = 16L << 20;

    @Test
    void eachVirtualSmmuDrivesThePhysicalOneAtItsPlace() {
        try (TestedMachine machine =
                new TestedMachine("hi161x", "hi161x", "hi161x", "hi161x", "hi161x")) {
            Domain dom0 = machine.machine.create(description());
            List<DmaDevice> devices = new ArrayList<>();
            List<Long> targets = new ArrayList<>();
            for (int i = 0; i < SMMUS; i++) {
                var range = AddressRange.of(RAM + i * PART, PART);
                GuestPages pages = new GuestPages(dom0.memory(), range);
                GuestDriver driver =
                        new GuestDriver(
                                new DomainHardware(dom0, frame(i), machine::pause),
                                pages,
                                DriverOptions.ordinary(),
                                _ -> FaultHandler.Answer.ABORT);
                AddressSpace space = driver.addressSpace();
                driver.device(DeviceDescription.of(STREAM)).attach(space);
                long target = pages.demand(1);
                space.map(IOVA, target, 4096, Access.READ);
                targets.add(target);
                devices.add(
                        new DmaDevice(
                                device ->
                                        machine.machine.connect(
                                                PhysicalStream.of("/smmu" + devices.size(), STREAM),
                                                device),
                                machine.machine.memory(),
                                false));
            }
            for (int i = 0; i < SMMUS; i++) {
                long target = targets.get(i);
                var ram = machine.machine.memory().ram(target);
                ram.setLong(target - ram.start(), 100 + i);

                assertThat(devices.get(i).readLong(IOVA, -1)).isEqualTo(100 + i);
            }
            assertThat(machine.commandErrors()).isZero();
        }
    }

    private static long frame(int smmu) {
        return TestedMachine.FRAMES + smmu * TestedMachine.FRAME;
    }

    private static DomainDescription description() {
        List<VirtualIommuDescription> viommus = new ArrayList<>();
        List<DomainDescription.Stream> streams = new ArrayList<>();
        for (int i = 0; i < SMMUS; i++) {
            viommus.add(
                    new VirtualIommuDescription(
                            AddressRange.of(frame(i), TestedMachine.FRAME), 40 + i, 16));
            streams.add(
                    new DomainDescription.Stream(
                            i, StreamId.of(STREAM), PhysicalStream.of("/smmu" + i, STREAM)));
        }
        return new DomainDescription(
                "dom0",
                List.of(AddressRange.of(RAM, SMMUS * PART)),
                true,
                List.of(),
                Optional.empty(),
                viommus,
                streams,
                List.of(),
                DomainDescription.ORDINARY_WEIGHT,
                GuestInterrupts.NONE);
    }
}
