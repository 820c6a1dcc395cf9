package org.vinculum.smmu.translation;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// An engine with 1 MiB of RAM at address 0, a linear stream table of 16 entries at 0x1000, and its events.
final class Bed implements FaultSink {
    static final long RAM = 1 << 20;
    static final long STREAMS = 0x1000;

    /// Both stages, AArch64, HTTU 2, HYP, ATS, 16-bit ASIDs and VMIDs, two-level CDs, little-endian, stalls at will.
    static final int IDR0 = 0x084c_169b;

    /// 16 bits of stream ID, 8 of substream ID, overrides.
    static final int IDR1 = 0x0c00_0210;

    /// HAD, XNX, FWB, STT, RIL, E0PD.
    static final int IDR3 = 0x2714;

    /// 52 bits of output, all granules, DS, VAX 1.
    static final int IDR5 = 0x4f6;

    final Ram ram = new Ram(0, Arena.ofAuto().allocate(RAM, 4096));
    final List<Event> events = new ArrayList<>();
    final Outcome outcome = new Outcome();
    final CurrentControl control =
            new CurrentControl(new Control(true, false, false, true, false, STREAMS, 4, 0, 0x1000));
    final TranslationEngine engine;

    Bed(CacheSizes sizes) {
        this(sizes, IDR0, IDR5);
    }

    Bed(CacheSizes sizes, int idr0, int idr5) {
        this.engine =
                new TranslationEngine(
                        new Identification(
                                new Idr0(idr0),
                                new Idr1(IDR1),
                                new Idr3(IDR3),
                                new Idr5(idr5),
                                new Idr6(0),
                                new Aidr(4)),
                        new OneRam(ram),
                        control,
                        this,
                        sizes);
    }

    private record OneRam(Ram ram) implements PhysicalMemory {
        @Override
        public Ram ram(long address) {
            return ram.holds(address, 1) ? ram : null;
        }

        @Override
        public boolean writeInt(long address, int value) {
            return false;
        }
    }

    @Override
    public void record(Event event, boolean mayMerge) {
        events.add(event);
    }

    @Override
    public int stall(int streamId, int substreamId, long address, int access, Event event) {
        events.add(event);
        return 7;
    }

    Bed words(long at, long... words) {
        for (int i = 0; i < words.length; i++) {
            ram.setLong(at + 8L * i, words[i]);
        }
        return this;
    }

    /// The entry of a stream; words not given are 0.
    Bed stream(int stream, long... words) {
        return words(STREAMS + 64L * stream, words);
    }

    long read(int stream, long address) {
        return translate(stream, address, Access.READ);
    }

    long write(int stream, long address) {
        return translate(stream, address, Access.WRITE);
    }

    long translate(int stream, long address, int access) {
        return engine.translate(stream, -1, address, access, outcome);
    }

    /// The type of the only event, -1 when there is none; forgets it.
    int event() {
        int type = events.isEmpty() ? -1 : events.getLast().type();
        events.clear();
        return type;
    }
}
