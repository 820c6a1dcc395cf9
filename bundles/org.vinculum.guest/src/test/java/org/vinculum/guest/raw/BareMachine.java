package org.vinculum.guest.raw;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.translation.TranslationEngine;

/// RAM, an SMMU, and a driver for it; the SMMU works while the driver waits.
public final class BareMachine
        implements GuestHardware, PhysicalMemory, InterruptLines, Endpoints, FaultHandler {
    public static final long RAM = 0x4000_0000L;
    public static final long SIZE = 0x400_0000L;
    public static final long DOORBELL = 0x0802_0040L;
    public static final int FIRST_EVENT = 100;

    private static final long BASE = 0x90;
    private static final long PRODUCER = 0x98;
    private static final long ILLEGAL = 0xff;

    private final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(SIZE, 4096));
    private final IommuModel model;
    private final Map<Integer, Device> devices = new HashMap<>();
    private final boolean combined;
    private boolean works = true;
    private long commands;
    private int producer;
    private GuestDriver driver;

    public final GuestPages pages = new GuestPages(this, AddressRange.of(RAM + 0x1000, SIZE / 2));
    public final List<Event> events = new ArrayList<>();
    public final List<Integer> messages = new ArrayList<>();
    public Answer answer = Answer.ABORT;

    /// The next command that the driver gives is replaced by an illegal one on its way.
    public boolean spoil;

    public BareMachine(SmmuProfile profile, Map<String, Long> identification) {
        combined = profile.errata().contains(SmmuProfile.Erratum.ONE_INTERRUPT);
        model =
                new SmmuFactory(profile, TranslationEngine.maker(CacheSizes.ORDINARY))
                        .create(new IommuSurroundings(this, this, this), identification);
    }

    public static BareMachine of(String profile) {
        return of(profile, Map.of());
    }

    public static BareMachine of(String profile, Map<String, Long> identification) {
        return new BareMachine(profile(profile), identification);
    }

    public static SmmuProfile profile(String name) {
        for (SmmuProfile one : Profiles.all()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /// What firmware would say of the profile.
    public static DriverOptions options(SmmuProfile profile) {
        DriverOptions options = DriverOptions.ordinary().withMessages(DOORBELL, FIRST_EVENT);
        return profile.errata().contains(SmmuProfile.Erratum.INDEXES_ON_PAGE_0)
                ? options.withPage0Only()
                : options;
    }

    public GuestDriver start(DriverOptions options) {
        driver = new GuestDriver(this, pages, options, this);
        return driver;
    }

    public DmaDevice device(int stream, boolean caches) {
        return new DmaDevice(device -> connect(stream, device), caches);
    }

    private DmaPort connect(int stream, Device device) {
        devices.put(stream, device);
        return new BarePort(model, stream, this);
    }

    /// The SMMU executes no command until it is told again.
    public void stop() {
        works = false;
    }

    public IommuModel model() {
        return model;
    }

    @Override
    public long read(long offset, int width) {
        return model.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset == PRODUCER) {
            seeCommands((int) value);
        }
        model.write(offset, width, value);
    }

    private void seeCommands(int value) {
        Ring ring = Ring.of(model.read(BASE, 8), 19, 16);
        if (spoil) {
            ram.setLong(ring.entry(producer) - RAM, ILLEGAL);
            spoil = false;
        }
        commands += ring.filled(value, producer);
        producer = value;
    }

    /// How many commands the driver has given.
    public long commands() {
        return commands;
    }

    @Override
    public PhysicalMemory memory() {
        return this;
    }

    @Override
    public void pause() {
        if (works) {
            model.process(16);
        }
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        if (address == DOORBELL) {
            messages.add(value);
            int interrupt = value - FIRST_EVENT;
            if (driver != null && interrupt >= 0 && interrupt < DriverInterrupt.values().length) {
                driver.raise(DriverInterrupt.values()[interrupt]);
            }
            return true;
        }
        if (!ram.holds(address, Integer.BYTES)) {
            return false;
        }
        ram.setInt(address - RAM, value);
        return true;
    }

    @Override
    public void raise(Line line) {
        if (driver == null) {
            return;
        }
        if (combined) {
            for (DriverInterrupt interrupt : DriverInterrupt.values()) {
                driver.raise(interrupt);
            }
            return;
        }
        switch (line) {
            case EVENTQ -> driver.raise(DriverInterrupt.EVENTS);
            case GERROR -> driver.raise(DriverInterrupt.ERRORS);
            case PRIQ -> driver.raise(DriverInterrupt.PAGE_REQUESTS);
            case CMD_SYNC -> {}
        }
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        Device device = devices.get(streamId);
        return device == null || device.invalidate(substreamId, address, size, global);
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        Device device = devices.get(streamId);
        if (device != null) {
            device.respond(substreamId, group, response);
        }
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        Device device = devices.get(streamId);
        if (device != null) {
            device.release(stag, release);
        }
    }

    @Override
    public Answer event(Event event) {
        events.add(event);
        return answer;
    }
}
