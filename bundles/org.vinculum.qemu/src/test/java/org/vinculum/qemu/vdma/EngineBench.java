package org.vinculum.qemu.vdma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;

/// One engine as a driver sees it: registers and configuration space, written with offsets as numbers.
final class EngineBench {
    static final Layout LAYOUT = new Layout(512L << 20);

    final Ram bar;
    final Ram configuration;
    final Vdma engine;
    private int rung;

    /// @param function index into [Layout#REQUESTERS]
    EngineBench(StreamPorts ports, int function) {
        int requester = Layout.REQUESTERS.get(function);
        MemorySegment bytes = Arena.ofAuto().allocate(LAYOUT.ecam().size(), 4096);
        Ram ecam = new Ram(LAYOUT.ecam().start().value(), bytes);
        ConfigurationSpace.write(ecam, LAYOUT);
        AddressRange own = ConfigurationSpace.function(LAYOUT, requester);
        long start = own.start().value();
        configuration = new Ram(start, bytes.asSlice(start - ecam.start(), own.size()));
        bar =
                new Ram(
                        LAYOUT.bar(function).start().value(),
                        Arena.ofAuto().allocate(Layout.BAR_SIZE, 4096));
        engine = new Vdma(bar, configuration, ports, Layout.FIRST_STREAM + requester);
        enable(true);
    }

    void enable(boolean busMaster) {
        configuration.setInt(0x04, busMaster ? 0x0010_0006 : 0x0010_0002);
    }

    void enableTranslationRequests(boolean enabled) {
        configuration.setInt(0x104, enabled ? 0x8000_0020 : 0x0000_0020);
    }

    void enableMessages(long address, int data) {
        configuration.setInt(0x60, 0x0081_0005);
        configuration.setInt(0x64, (int) address);
        configuration.setInt(0x68, (int) (address >>> 32));
        configuration.setInt(0x6c, data);
    }

    /// Sets registers and rings.
    void start(int operation, long source, long destination, int length) {
        bar.setLong(0x08, source);
        bar.setLong(0x10, destination);
        bar.setInt(0x18, length);
        bar.setInt(0x1c, operation);
        ring();
    }

    void ring() {
        bar.setInt(0x20, ++rung);
    }

    boolean isDone() {
        return bar.getInt(0x24) == rung;
    }

    /// Lets the engine work until it is done.
    ///
    /// @return its status
    int run(int operation, long source, long destination, int length) {
        start(operation, source, destination, length);
        while (!isDone()) {
            if (!engine.poll()) {
                throw new AssertionError("nothing to do, and not done");
            }
        }
        return bar.getInt(0x28);
    }

    int refused() {
        return bar.getInt(0x30);
    }
}
