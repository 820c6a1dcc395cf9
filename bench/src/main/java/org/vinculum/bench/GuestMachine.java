package org.vinculum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;

/// A machine with some SMMUs and one guest, which has a virtual SMMU over all of them, devices behind each, and one address
/// space that all devices see.
final class GuestMachine implements GuestHardware, GuestInterrupts, AutoCloseable {
    static final int PAGE = 4096;

    /// Where the pages are that devices reach.
    static final long DATA = 0x4800_0000L;

    private static final String PROFILE = "smmuv3-3.2";
    private static final long FRAME = 0x2_0000;
    private static final long SMMUS = 0x1000_0000L;
    private static final long HOST_RAM = 0x1_0000_0000L;
    private static final long HOST_RAM_SIZE = 1L << 30;
    private static final long REGISTERS = 0x0904_0000L;
    private static final long GUEST_RAM = 0x4000_0000L;
    private static final long GUEST_RAM_SIZE = 256L << 20;
    private static final int INTID = 34;
    private static final int STREAM_BITS = 10;
    private static final int FIRST_STREAM = 0x40;

    private final Machine machine;
    private final Domain domain;
    private final AddressSpace space;
    private final List<DmaPort> ports = new ArrayList<>();
    private final Outcome outcome = new Outcome();

    /// @param devices behind each SMMU
    /// @param commandBits binary logarithm of the size of the guest's command queue
    GuestMachine(int smmus, int devices, int commandBits) {
        machine = new PlainHypervisor().start(description(smmus));
        domain = machine.create(guest(smmus, devices));
        var pages = new GuestPages(domain.memory(), AddressRange.of(GUEST_RAM, DATA - GUEST_RAM));
        var driver =
                new GuestDriver(
                        this,
                        pages,
                        DriverOptions.ordinary().withCommandBits(commandBits),
                        _ -> FaultHandler.Answer.ABORT);
        space = driver.addressSpace();
        for (int i = 0; i < smmus * devices; i++) {
            driver.device(DeviceDescription.of(i)).attach(space);
            ports.add(machine.connect(physical(i, smmus), Device.SIMPLE));
        }
    }

    private static MachineDescription description(int smmus) {
        List<MachineDescription.Smmu> all = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            var frame = AddressRange.of(SMMUS + i * FRAME, FRAME);
            all.add(new MachineDescription.Smmu("/smmu" + i, frame, PROFILE, Map.of()));
        }
        return new MachineDescription(all, List.of(AddressRange.of(HOST_RAM, HOST_RAM_SIZE)));
    }

    private DomainDescription guest(int smmus, int devices) {
        List<DomainDescription.Stream> streams = new ArrayList<>();
        for (int i = 0; i < smmus * devices; i++) {
            streams.add(new DomainDescription.Stream(0, StreamId.of(i), physical(i, smmus)));
        }
        var registers = AddressRange.of(REGISTERS, FRAME);
        return new DomainDescription(
                "guest",
                List.of(AddressRange.of(GUEST_RAM, GUEST_RAM_SIZE)),
                List.of(new VirtualIommuDescription(registers, INTID, STREAM_BITS)),
                streams,
                this);
    }

    private static PhysicalStream physical(int device, int smmus) {
        return PhysicalStream.of("/smmu" + device % smmus, FIRST_STREAM + device / smmus);
    }

    /// What the devices see.
    AddressSpace space() {
        return space;
    }

    /// Maps pages from the first on, each at its own address, and has the devices read each once.
    ///
    /// @throws IllegalStateException when one does not get through
    void know(int pages) {
        for (int page = 0; page < pages; page++) {
            long address = DATA + (long) page * PAGE;
            space.map(address, address, PAGE, Access.READ | Access.WRITE);
            for (DmaPort port : ports) {
                read(port, address);
            }
        }
    }

    private void read(DmaPort port, long address) {
        if (port.translate(-1, address, Access.READ, outcome) < 0) {
            throw new IllegalStateException("no way to 0x" + Long.toHexString(address));
        }
    }

    /// The first device's port.
    DmaPort port() {
        return ports.getFirst();
    }

    /// Commands on the rings of all SMMUs.
    long hostCommands() {
        return machine.hostTraffic().stream().mapToLong(one -> one.commands()).sum();
    }

    @Override
    public long read(long offset, int width) {
        return domain.read(REGISTERS + offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        domain.write(REGISTERS + offset, width, value);
    }

    @Override
    public PhysicalMemory memory() {
        return domain.memory();
    }

    @Override
    public void pause() {
        machine.schedule(MachineDescription.DEFAULT_BUDGET);
    }

    @Override
    public void raise(int intid) {}

    @Override
    public void message(long deviceId, int event) {}

    @Override
    public void close() {
        machine.close();
    }
}
