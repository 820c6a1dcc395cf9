package org.vinculum.qemu.mode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.smmu.spec.event.Event;

/// A guest whose processors are this test: RAM in a file that costs what is touched, an SMMU, and a driver for it.
final class DrivenGuest
        implements GuestHardware, GuestInterrupts, FaultHandler, PhysicalMemory, AutoCloseable {
    static final long RAM = Layout.RAM;
    static final long MIB = 1L << 20;

    private static final long PAGES = 16 * MIB;

    private final Arena arena = Arena.ofShared();
    private final Layout layout;
    private final Outcome outcome = new Outcome();
    private final GuestDriver driver;

    final Ram ram;
    final GuestSmmu smmu;
    final List<Event> events = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final List<Integer> raised = new ArrayList<>();

    /// What becomes of transactions that wait.
    Answer answer = Answer.ABORT;

    DrivenGuest(Mode mode, String model) {
        this(mode, model, Map.of(), 512 * MIB);
    }

    /// @param bytes of RAM, the frames at its end included
    DrivenGuest(Mode mode, String model, Map<String, Long> identification, long bytes) {
        this(mode::create, model, identification, bytes, List.of());
    }

    /// @param type makes the SMMU
    /// @param alternatives models that may take over
    DrivenGuest(
            Function<GuestSmmuDescription, GuestSmmu> type,
            String model,
            Map<String, Long> identification,
            long bytes,
            List<String> alternatives) {
        layout = new Layout(bytes);
        ram = new Ram(RAM, sparse(layout.usable().size()));
        smmu = type.apply(description(model, identification, alternatives));
        driver = new GuestDriver(this, pages(), DriverOptions.ordinary(), this);
    }

    private GuestSmmuDescription description(
            String model, Map<String, Long> identification, List<String> alternatives) {
        return new GuestSmmuDescription(
                model,
                identification,
                ram,
                layout.smmu(),
                Layout.MESSAGE_FRAME,
                Layout.EVENT_INTID,
                Layout.GERROR_INTID,
                Layout.SID_BITS,
                Layout.streams(),
                this,
                alternatives);
    }

    private GuestPages pages() {
        return new GuestPages(this, AddressRange.of(RAM, PAGES));
    }

    private MemorySegment sparse(long size) {
        try {
            Path file = Files.createTempFile("vinculum-driven", ".ram");
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GuestDriver driver() {
        return driver;
    }

    static StreamId stream(int requester) {
        return new StreamId(Layout.FIRST_STREAM + requester);
    }

    DmaPort connect(int requester) {
        return smmu.connect(stream(requester), Device.SIMPLE);
    }

    /// What a device reads; a negative answer of the port as it is.
    long read(DmaPort port, long address) {
        MemorySegment word = arena.allocate(ValueLayout.JAVA_LONG);
        long physical = port.transfer(-1, address, Access.READ, word, outcome);
        return physical < 0 ? physical : word.get(ValueLayout.JAVA_LONG, 0);
    }

    /// What a device's write comes to: a guest physical address, or a negative answer of the port.
    long write(DmaPort port, long address, long value) {
        MemorySegment word = arena.allocate(ValueLayout.JAVA_LONG);
        word.set(ValueLayout.JAVA_LONG, 0, value);
        return guest(port.transfer(-1, address, Access.WRITE, word, outcome));
    }

    long writeMessage(DmaPort port, long address, int event) {
        MemorySegment word = arena.allocate(ValueLayout.JAVA_INT);
        word.set(ValueLayout.JAVA_INT, 0, event);
        return guest(port.transfer(-1, address, Access.WRITE, word, outcome));
    }

    private long guest(long physical) {
        return physical < 0 ? physical : smmu.guestPhysical(physical);
    }

    Outcome outcome() {
        return outcome;
    }

    /// Serves what has happened, until nothing is left to be done.
    void settle() {
        while (smmu.work(64)) {
            continue;
        }
        driver.serveInterrupts();
    }

    long count(String what) {
        return smmu.counts().stream()
                .filter(count -> count.what().equals(what))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Override
    public long read(long offset, int width) {
        return smmu.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        smmu.write(offset, width, value);
    }

    @Override
    public PhysicalMemory memory() {
        return this;
    }

    @Override
    public void pause() {
        smmu.work(64);
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        throw new UnsupportedOperationException("the driver sends no messages");
    }

    @Override
    public void raise(int intid) {
        raised.add(intid);
        if (driver != null && intid == Layout.EVENT_INTID) {
            driver.raise(DriverInterrupt.EVENTS);
        }
        if (driver != null && intid == Layout.GERROR_INTID) {
            driver.raise(DriverInterrupt.ERRORS);
        }
    }

    @Override
    public void message(long deviceId, int event) {
        messages.add("0x%x %d".formatted(deviceId, event));
    }

    @Override
    public Answer event(Event event) {
        events.add(event);
        return answer;
    }

    @Override
    public void close() {
        smmu.close();
        arena.close();
    }
}
