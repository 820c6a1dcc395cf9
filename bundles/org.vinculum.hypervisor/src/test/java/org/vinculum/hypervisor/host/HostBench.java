package org.vinculum.hypervisor.host;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.HostSmmu;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.translation.TranslationEngine;

/// A driver over one model, with 16 MiB of RAM of which the driver takes what it needs from the start, and lists of what
/// reached devices and whoever takes records.
final class HostBench implements PhysicalMemory, Endpoints, HostRecords {
    static final long RAM = 0x8000_0000L;
    static final int BYTES = 16 << 20;

    /// Where tests put tables of their own.
    static final long TABLES = RAM + (8 << 20);

    /// 39 bits of 4 KiB pages from level 1, 44 bits out, write-back and inner shareable.
    static final long STAGE_2 = 0x000c_3559_0000_0000L;

    final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(BYTES, 4096));
    final HostInterrupts interrupts = new HostInterrupts();
    final List<String> devices = new ArrayList<>();
    final List<String> records = new ArrayList<>();
    final IommuModel model;
    final SmmuDriver driver;
    boolean devicesAnswer = true;
    private long next = RAM;

    HostBench(String profile, Map<String, Long> identification) {
        model = model(profile, identification);
        driver = new SmmuDriver("/smmu", model, this, this::allocate, interrupts);
    }

    /// Over a model that is made elsewhere and reaches this memory.
    HostBench(IommuModel model) {
        this.model = model;
        driver = new SmmuDriver("/smmu", model, this, this::allocate, interrupts);
    }

    static HostBench started(String profile) {
        return started(profile, Map.of());
    }

    static HostBench started(String profile, Map<String, Long> identification) {
        var bench = new HostBench(profile, identification);
        bench.driver.start();
        return bench;
    }

    private IommuModel model(String profile, Map<String, Long> identification) {
        for (SmmuProfile one : Profiles.all()) {
            if (one.name().equals(profile)) {
                return new SmmuFactory(one, TranslationEngine.maker(CacheSizes.ORDINARY))
                        .create(new IommuSurroundings(this, interrupts, this), identification);
            }
        }
        throw new IllegalArgumentException(profile);
    }

    long allocate(long bytes, long alignment) {
        long start = next + alignment - 1 & -alignment;
        next = start + bytes;
        if (next > TABLES) {
            throw new IllegalStateException("the driver takes more than 8 MiB");
        }
        return start;
    }

    /// A domain with an empty stage 2.
    HostSmmu domain(int vmid) {
        return driver.admit(new Stage2(vmid, STAGE_2, TABLES));
    }

    /// A domain that has a stream, which may stall.
    HostSmmu domain(int vmid, int stream) {
        HostSmmu domain = domain(vmid);
        if (driver.nests()) {
            driver.assign(new StreamId(stream), domain, false, true);
        } else {
            driver.assign(new StreamId(stream), domain, false);
        }
        return domain;
    }

    void run() {
        while (driver.work(64)) {
            // until the ring is empty
        }
    }

    void put(long address, long... words) {
        for (int i = 0; i < words.length; i++) {
            ram.setLongRelease(address - RAM + 8L * i, words[i]);
        }
    }

    long get(long address) {
        return ram.getLong(address - RAM);
    }

    /// The words of the STE that the SMMU finds, by its registers alone.
    Words entry(int stream) {
        long base = model.read(0x80, 8) & 0xff_ffff_ffff_ffc0L;
        int split = (int) model.read(0x88, 4) >>> 6 & 0x1f;
        if ((model.read(0x88, 4) >>> 16 & 3) == 1) {
            long descriptor = get(base + (Integer.toUnsignedLong(stream) >>> split) * 8);
            base = descriptor & 0xff_ffff_ffff_ffc0L;
            stream &= (1 << split) - 1;
        }
        long[] words = new long[8];
        for (int i = 0; i < 8; i++) {
            words[i] = get(base + 64L * stream + 8 * i);
        }
        return Words.of(words);
    }

    /// Entries of the command queue as the SMMU finds them, by its registers alone.
    List<Words> commands(long from, long to) {
        long base = model.read(0x90, 8);
        long size = 1L << (base & 0x1f);
        List<Words> commands = new ArrayList<>();
        for (long i = from; i < to; i++) {
            long address = (base & 0xff_ffff_ffff_ffe0L) + (i & size - 1) * 16;
            commands.add(Words.of(get(address), get(address + 8)));
        }
        return commands;
    }

    long written() {
        return driver.traffic().commands();
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
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        devices.add(
                "invalidate %d %d 0x%x 0x%x %s"
                        .formatted(streamId, substreamId, address, size, global));
        return devicesAnswer;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        devices.add("respond %d %d %d %s".formatted(streamId, substreamId, group, response));
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        devices.add("release %d %s".formatted(streamId, release));
    }

    @Override
    public void event(StreamId psid, Words record) {
        records.add("event 0x%x of %s".formatted(record.word(0) & 0xff, psid));
    }

    @Override
    public void pageRequest(StreamId psid, Words record) {
        records.add("page 0x%x of %s".formatted(record.word(1) & ~0xfffL, psid));
    }

    @Override
    public void overflow() {
        records.add("overflow");
    }
}
