package org.vinculum.qemu.vdma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// A real SMMU with tables in raw words: streams with 2 MiB of address space each, at address 0.
final class OwnSmmu implements PhysicalMemory, InterruptLines, Endpoints {
    static final long RAM = 0x4000_0000L;
    static final long DATA = RAM + 0x40_0000L;
    static final int PAGE = 4096;

    private static final long STREAMS = RAM + 0x10_0000L;
    private static final long CONTEXTS = RAM + 0x20_0000L;
    private static final long COMMANDS = RAM + 0x30_0000L;
    private static final long EVENTS = RAM + 0x30_1000L;
    private static final long TABLES = RAM + 0x31_0000L;
    private static final int TABLES_OF_A_STREAM = 3 * PAGE;

    private final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(0x80_0000L, 4096));
    private final Map<Integer, Device> devices = new HashMap<>();
    private final IommuModel model;
    private int producer;
    final List<Long> messages = new ArrayList<>();
    final StreamPorts ports = new StreamPorts(this::connect);

    OwnSmmu() {
        SmmuProfile profile =
                Profiles.all().stream()
                        .filter(one -> one.name().equals("smmuv3-3.2"))
                        .findFirst()
                        .orElseThrow();
        model =
                new SmmuFactory(profile, TranslationEngine.maker(CacheSizes.ORDINARY))
                        .create(new IommuSurroundings(this, this, this), Map.of());
        model.write(0x80, 8, STREAMS);
        model.write(0x88, 4, 9);
        model.write(0x90, 8, COMMANDS | 4);
        model.write(0xa0, 8, EVENTS | 5);
        model.write(0x20, 4, 0xd);
    }

    /// Gives a stream an address space; before it is used first.
    ///
    /// @param stalls whether its faults wait for software (CD.S)
    void attach(int stream, boolean stalls) {
        long entry = STREAMS + stream * 64L;
        long context = CONTEXTS + stream * 64L;
        long tables = tables(stream);
        put(entry + 8, 0x0000_1000_0000_00d4L);
        put(entry, context | 0xb);
        put(context + 8, tables);
        put(context + 24, 0xff);
        put(context, 0x0001_e205_c000_3519L | (stalls ? 1L << 44 : 0));
        put(tables, tables + PAGE | 3);
        put(tables + PAGE, tables + 2 * PAGE | 3);
    }

    /// @param address of a page below 2 MiB
    void map(int stream, long address, long physical, boolean writable) {
        long leaf = writable ? 0x743 : 0x7c3;
        put(tables(stream) + 2 * PAGE + address / PAGE * 8, physical | leaf);
    }

    private static long tables(int stream) {
        return TABLES + (stream - 0x100) * TABLES_OF_A_STREAM;
    }

    void command(long word0, long word1) {
        put(COMMANDS + 16L * (producer & 0xf), word0);
        put(COMMANDS + 16L * (producer & 0xf) + 8, word1);
        producer = producer + 1 & 0x1f;
        model.write(0x98, 4, producer);
        while (model.process(8)) {
            continue;
        }
    }

    long events() {
        return model.read(0x100a8, 4);
    }

    /// A word of an event record.
    long event(int record, int word) {
        return ram.getLong(EVENTS + record * 32L + word * 8L - RAM);
    }

    MemorySegment data(long offset, long length) {
        return ram.segment().asSlice(DATA - RAM + offset, length);
    }

    private void put(long address, long word) {
        ram.setLong(address - RAM, word);
    }

    private DmaPort connect(StreamId stream, Device device) {
        devices.put(stream.value(), device);
        return new Port(stream.value());
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        if (address != 0x809_0040L) {
            return false;
        }
        messages.add(Integer.toUnsignedLong(value));
        return true;
    }

    @Override
    public void raise(Line line) {}

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        return true;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {}

    @Override
    public void release(int streamId, int stag, Release release) {
        devices.get(streamId).release(stag, release);
    }

    private final class Port extends TransfersOnly {
        private final int stream;

        Port(int stream) {
            this.stream = stream;
        }

        @Override
        public long transfer(
                int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
            long physical = model.translate(stream, substreamId, address, access, outcome);
            if (physical < 0) {
                return physical;
            }
            if (!ram.holds(physical, 1)) {
                int value = bytes.get(ValueLayout.JAVA_INT_UNALIGNED, 0);
                return OwnSmmu.this.writeInt(physical, value) ? physical : Outcome.ABORT;
            }
            MemorySegment there = ram.segment().asSlice(physical - RAM, bytes.byteSize());
            if (access == Access.READ) {
                bytes.copyFrom(there);
            } else {
                there.copyFrom(bytes);
            }
            return physical;
        }
    }
}
