package org.vinculum.qemu.trace;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.scenario.JsonLinesRecorder;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqProd;

/// A driver and devices on an SMMU that is traced.
final class TracedGuest
        implements GuestHardware, PhysicalMemory, GuestInterrupts, FaultHandler, AutoCloseable {
    static final long SIZE = 0x400_0000L;
    static final long DATA = Layout.RAM + 0x300_0000L;
    static final long DOORBELL = Layout.MESSAGE_FRAME.start().value() + 0x40;
    static final int FIRST_EVENT = 100;
    static final int STREAM = Layout.FIRST_STREAM;

    final List<Event> events = new ArrayList<>();
    final List<Integer> messages = new ArrayList<>();
    final List<String> progress = new ArrayList<>();
    final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /// Bytes that the disk still has.
    long room = Long.MAX_VALUE;

    final Ram ram = new Ram(Layout.RAM, Arena.ofAuto().allocate(SIZE, 4096));
    final GuestSmmu smmu;
    Answer answer = Answer.ABORT;

    /// The next command that the driver gives is replaced by an illegal one on its way.
    boolean spoil;

    private GuestDriver driver;

    TracedGuest(Map<String, Long> identification, Function<GuestSmmuDescription, GuestSmmu> maker) {
        this("smmuv3-3.2", identification, maker);
    }

    TracedGuest(
            String model,
            Map<String, Long> identification,
            Function<GuestSmmuDescription, GuestSmmu> maker) {
        GuestSmmuDescription description =
                new GuestSmmuDescription(
                        model,
                        identification,
                        ram,
                        AddressRange.of(Layout.RAM + SIZE, 0x2_0000),
                        Layout.MESSAGE_FRAME,
                        Layout.EVENT_INTID,
                        Layout.GERROR_INTID,
                        Layout.SID_BITS,
                        Layout.streams(),
                        this);
        smmu =
                TracedSmmu.of(
                        maker.apply(description),
                        description,
                        new TraceSettings(
                                Models.all(),
                                new JsonLinesRecorder(),
                                disk(),
                                "traced",
                                "a test",
                                progress::add));
    }

    private OutputStream disk() {
        return new FilterOutputStream(file) {
            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                room -= length;
                if (room < 0) {
                    throw new IOException("no space left");
                }
                out.write(some, from, length);
            }
        };
    }

    GuestDriver start(DriverOptions options) {
        GuestPages pages = new GuestPages(this, AddressRange.of(Layout.RAM + 0x1000, SIZE / 2));
        driver = new GuestDriver(this, pages, options, this);
        return driver;
    }

    DmaDevice device(int stream) {
        return device(stream, false);
    }

    DmaDevice device(int stream, boolean caches) {
        return new DmaDevice(one -> smmu.connect(new StreamId(stream), one), caches);
    }

    /// The trace so far.
    String trace() {
        return file.toString(StandardCharsets.UTF_8);
    }

    long count(String what) {
        for (Count count : smmu.counts()) {
            if (count.what().equals(what)) {
                return count.value();
            }
        }
        throw new IllegalArgumentException(what);
    }

    long differences() {
        return count("differences between trace and SMMU");
    }

    @Override
    public long read(long offset, int width) {
        return smmu.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        if (spoil && offset == CmdqProd.OFFSET) {
            Ring ring = Ring.of(smmu.read(CmdqBase.OFFSET, 8), 19, 16);
            ram.setLong(ring.entry((int) smmu.read(CmdqProd.OFFSET, 4)) - Layout.RAM, 0xff);
            spoil = false;
        }
        smmu.write(offset, width, value);
    }

    @Override
    public PhysicalMemory memory() {
        return this;
    }

    @Override
    public void pause() {
        smmu.work(16);
    }

    /// Lets the SMMU do all that waits.
    void rest() {
        while (smmu.work(16)) {
            continue;
        }
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        return false;
    }

    @Override
    public void raise(int intid) {
        if (driver != null) {
            driver.raise(
                    intid == Layout.GERROR_INTID ? DriverInterrupt.ERRORS : DriverInterrupt.EVENTS);
        }
    }

    @Override
    public void message(long deviceId, int event) {
        messages.add(event);
        int interrupt = event - FIRST_EVENT;
        if (driver != null && interrupt >= 0 && interrupt < DriverInterrupt.values().length) {
            driver.raise(DriverInterrupt.values()[interrupt]);
        }
    }

    @Override
    public Answer event(Event event) {
        events.add(event);
        return answer;
    }

    @Override
    public void close() {
        smmu.close();
    }
}
