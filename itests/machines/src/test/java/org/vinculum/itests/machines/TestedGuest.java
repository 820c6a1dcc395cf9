package org.vinculum.itests.machines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.event.Event;

/// A guest of a test with its RAM, its virtual SMMU and its driver.
public final class TestedGuest implements GuestInterrupts, FaultHandler {
    public static final long RAM = 0x4000_0000L;
    public static final long SIZE = 32L << 20;
    public static final long REGISTERS = 0x0904_0000L;

    /// Where the guest has its interrupt translation service.
    public static final long MESSAGES = 0x0820_0000L;

    public static final long DOORBELL = MESSAGES + 0x40;

    private static final int EVENTS = 34;
    private static final int ERRORS = 35;
    private static final long OWN_ID = 0xffff;
    private static final int STREAM_BITS = 8;

    private final TestedMachine machine;
    private final String name;
    private final List<DomainDescription.Stream> streams = new ArrayList<>();
    private boolean stalls;
    private boolean ats;
    private Map<String, Long> baseline = Map.of();
    private final List<PhysicalStream> direct = new ArrayList<>();
    private GuestDriver driver;

    public Domain domain;
    public GuestHardware hardware;
    public GuestPages pages;
    public Answer answer = Answer.ABORT;

    /// What the driver does besides, when it hears of an event.
    public Consumer<Event> handler = _ -> {};

    /// What the guest does besides, when it is interrupted for an error.
    public Runnable errors = () -> {};

    public final List<Event> events = new ArrayList<>();
    public final List<String> messages = new CopyOnWriteArrayList<>();

    /// Interrupt IDs in the order in which they came.
    public final List<Integer> raised = new CopyOnWriteArrayList<>();

    public TestedGuest(TestedMachine machine, String name) {
        this.machine = machine;
        this.name = name;
    }

    /// Puts a device behind the virtual SMMU.
    public TestedGuest with(int vsid, int smmu, int psid) {
        streams.add(stream(vsid, smmu, psid));
        return this;
    }

    public static DomainDescription.Stream stream(int vsid, int smmu, int psid) {
        return new DomainDescription.Stream(
                0, StreamId.of(vsid), PhysicalStream.of("/smmu" + smmu, psid));
    }

    /// Puts a device behind the virtual SMMU that may keep host addresses.
    public TestedGuest withTrusted(int vsid, int smmu, int psid) {
        DomainDescription.Stream plain = stream(vsid, smmu, psid);
        streams.add(
                new DomainDescription.Stream(plain.viommu(), plain.vsid(), plain.physical(), true));
        return this;
    }

    public TestedGuest withStalls() {
        stalls = true;
        return this;
    }

    public TestedGuest withAts() {
        ats = true;
        return this;
    }

    /// Shows no more than these registers have.
    public TestedGuest withBaseline(Map<String, Long> registers) {
        baseline = registers;
        return this;
    }

    /// Gives it a device with no virtual SMMU in front.
    public TestedGuest withDirect(int smmu, int psid) {
        direct.add(PhysicalStream.of("/smmu" + smmu, psid));
        return this;
    }

    public TestedGuest created() {
        var viommu =
                new VirtualIommuDescription(
                        VirtualIommuDescription.SMMUV3,
                        AddressRange.of(REGISTERS, TestedMachine.FRAME),
                        EVENTS,
                        ERRORS,
                        0,
                        OWN_ID,
                        STREAM_BITS,
                        stalls,
                        ats,
                        baseline);
        domain =
                machine.machine.create(
                        new DomainDescription(
                                name,
                                List.of(AddressRange.of(RAM, SIZE)),
                                false,
                                List.of(),
                                Optional.of(AddressRange.of(MESSAGES, 0x1_0000)),
                                List.of(viommu),
                                streams,
                                direct,
                                DomainDescription.ORDINARY_WEIGHT,
                                this));
        hardware = new DomainHardware(domain, REGISTERS, machine::pause);
        pages = new GuestPages(domain.memory(), AddressRange.of(RAM, SIZE));
        return this;
    }

    public GuestDriver started() {
        return started(DriverOptions.ordinary());
    }

    public GuestDriver started(DriverOptions options) {
        created();
        return start(options);
    }

    public GuestDriver start(DriverOptions options) {
        driver = new GuestDriver(hardware, pages, options, this);
        return driver;
    }

    public DmaDevice device(int smmu, int psid, boolean caches) {
        return new DmaDevice(
                device -> machine.machine.connect(PhysicalStream.of("/smmu" + smmu, psid), device),
                caches);
    }

    public DmaDevice device(int smmu, int psid) {
        return device(smmu, psid, false);
    }

    /// Lets the hypervisor finish and the driver see what it has been interrupted for.
    public void serve() {
        machine.settle();
        driver.serveInterrupts();
        machine.settle();
    }

    public long word(long address) {
        return domain.memory().ram(address).getLong(address - domain.memory().ram(address).start());
    }

    public void put(long address, long value) {
        var ram = domain.memory().ram(address);
        ram.setLong(address - ram.start(), value);
    }

    @Override
    public void raise(int intid) {
        raised.add(intid);
        if (driver != null && intid == ERRORS) {
            errors.run();
            driver.raise(DriverInterrupt.ERRORS);
        }
        if (driver != null && intid == EVENTS) {
            driver.raise(DriverInterrupt.EVENTS);
            driver.raise(DriverInterrupt.PAGE_REQUESTS);
        }
    }

    @Override
    public void message(long deviceId, int event) {
        messages.add(deviceId + ":" + event);
        if (driver != null && deviceId == OWN_ID && event < DriverInterrupt.values().length) {
            driver.raise(DriverInterrupt.values()[event]);
        }
    }

    @Override
    public Answer event(Event event) {
        events.add(event);
        handler.accept(event);
        return answer;
    }
}
