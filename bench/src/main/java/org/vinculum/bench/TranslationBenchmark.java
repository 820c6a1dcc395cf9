package org.vinculum.bench;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.cache.CacheSizes;
import org.vinculum.smmu.cache.Invalidation;
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
import org.vinculum.smmu.translation.TranslationEngine;

/// Nested translation, 4 KiB granule, 48 bits at both stages: what is cached, what is not, and an invalidation.
///
/// Stage 1 maps every page to itself with tables of its own, stage 2 every page of RAM to itself.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TranslationBenchmark {
    private static final long STREAMS = 0x1000;
    private static final long CONTEXT = 0x2000;
    private static final long STAGE_2 = 0x10_0000;
    private static final long STAGE_1 = 0x800_0000;
    private static final long TABLE = 0x1000;
    private static final int VMID = 5;

    /// Binary logarithm of the pages that are touched at random.
    @Param({"12", "18"})
    public int pages;

    private Ram ram;
    private TranslationEngine cached;
    private TranslationEngine missing;
    private final Outcome outcome = new Outcome();
    private long random = 1;
    private long next;

    @Setup
    public void tables() {
        ram = new Ram(0, Arena.ofAuto().allocate(0x1000_0000L, 4096));
        long[] entry = {0xf | CONTEXT, 0x1000_0000_0000L, 0x000d_0090_0000_0000L | VMID, STAGE_2};
        long[] context = {0x0009_6205_c000_0010L, STAGE_1, 0, 0xff};
        for (int i = 0; i < entry.length; i++) {
            ram.setLong(STREAMS + 8L * i, entry[i]);
            ram.setLong(CONTEXT + 8L * i, context[i]);
        }
        map(STAGE_2, 1 << 18, 0x7ff);
        map(STAGE_1, 1 << pages, 0x743);
        cached = engine(CacheSizes.ORDINARY);
        missing = engine(new CacheSizes(1024, 0, 2048, 2048));
        for (long page = 0; page < 1 << 12; page++) {
            read(cached, page << 12);
        }
    }

    /// Four levels that map `count` pages from 0 on to themselves: levels 0, 1, eight tables of level 2, then level 3.
    private void map(long base, int count, long flags) {
        long level2 = base + 2 * TABLE;
        long level3 = base + 16 * TABLE;
        ram.setLong(base, base + TABLE | 3);
        for (int page = 0; page < count; page++) {
            ram.setLong(base + TABLE + 8L * (page >>> 18), level2 + TABLE * (page >>> 18) | 3);
            ram.setLong(level2 + 8L * (page >>> 9), level3 + TABLE * (page >>> 9) | 3);
            ram.setLong(level3 + 8L * page, (long) page << 12 | flags);
        }
    }

    private TranslationEngine engine(CacheSizes sizes) {
        Identification identification =
                new Identification(
                        new Idr0(0x0d44_101b),
                        new Idr1(0x0273_0010),
                        new Idr3(0x1414),
                        new Idr5(0x75),
                        new Idr6(0),
                        new Aidr(1));
        Control control = new Control(true, false, false, true, false, STREAMS, 4, 0, 0);
        return new TranslationEngine(
                identification, new OneRam(ram), new CurrentControl(control), new Loud(), sizes);
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

    private record Loud() implements FaultSink {
        @Override
        public void record(Event event, boolean mayMerge) {
            throw new IllegalStateException(event.toString());
        }

        @Override
        public int stall(int stream, int substream, long address, int access, Event event) {
            throw new IllegalStateException(event.toString());
        }
    }

    private long somewhere(int log2Pages) {
        random = random * 0x5851_f42d_4c95_7f2dL + 0x1405_7b7e_f767_814fL;
        return random >>> 64 - log2Pages << 12;
    }

    private long read(TranslationEngine engine, long address) {
        return engine.translate(0, -1, address, Access.READ, outcome);
    }

    @Benchmark
    public long hitOnePage() {
        return read(cached, 0x5000);
    }

    @Benchmark
    public long hit128Pages() {
        return read(cached, somewhere(7));
    }

    @Benchmark
    public long missAtRandom() {
        return read(missing, somewhere(pages));
    }

    @Benchmark
    public long sequentialPages() {
        next = next + 0x1000 & (1L << pages + 12) - 1;
        return read(missing, next);
    }

    @Benchmark
    public void invalidatePage() {
        cached.invalidation()
                .virtualAddresses(VMID, 9, new Invalidation.Range(0x5000, 0x5fff, true));
    }
}
