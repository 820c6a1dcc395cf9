package org.vinculum.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.memory.MessageSink;
import org.vinculum.hypervisor.stage2.Invalidation;
import org.vinculum.hypervisor.stage2.Stage2Capabilities;
import org.vinculum.hypervisor.stage2.Stage2Table;
import org.vinculum.memory.AddressRange;

/// A domain's stage 2 changes, and memory comes back from one. Invalidation is not in it: that is the SMMUs' time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Stage2Benchmark {
    private static final long PAGE = 0x1000;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /// Where something is mapped all the time, so that tables stay.
    private static final long BESIDE = 8 * GIB;

    private MachineMemory memory;
    private Stage2Table table;

    @Setup
    public void machine() {
        memory = new MachineMemory(List.of(AddressRange.of(0, 4 * GIB)), MessageSink.NONE);
        var hosts = new Stage2Capabilities(48, true, false);
        table = new Stage2Table(memory, 40, hosts, Invalidation.NONE);
        table.map(BESIDE, GIB, PAGE, true);
    }

    @TearDown
    public void end() {
        memory.close();
    }

    private void mapAndUnmap(long ipa, long physical, long size) {
        table.map(ipa, physical, size, true);
        table.unmap(ipa, size);
        table.clean();
    }

    /// One page, where there is a table for it.
    @Benchmark
    public void pageBesideAnother() {
        mapAndUnmap(BESIDE + PAGE, PAGE, PAGE);
    }

    /// One page, for which two tables are made and given back.
    @Benchmark
    public void pageAlone() {
        mapAndUnmap(GIB, PAGE, PAGE);
    }

    /// A window of 64 KiB.
    @Benchmark
    public void sixteenPages() {
        mapAndUnmap(BESIDE + 16 * PAGE, 16 * PAGE, 16 * PAGE);
    }

    /// 1 GiB in pages: 262,144 of them.
    @Benchmark
    public void gibibyteOfPages() {
        mapAndUnmap(GIB, PAGE, GIB);
    }

    /// 1 GiB in 512 blocks of 2 MiB.
    @Benchmark
    public void gibibyteOfMiddleBlocks() {
        mapAndUnmap(GIB, 2 * MIB, GIB);
    }

    /// 64 GiB in 64 blocks of 1 GiB.
    @Benchmark
    public void sixtyFourGibibytes() {
        mapAndUnmap(16 * GIB, 16 * GIB, 64 * GIB);
    }

    /// One page of a block of 1 GiB goes: two tables are made of it.
    @Benchmark
    public void pageOfALargeBlock() {
        table.map(GIB, GIB, GIB, true);
        table.unmap(GIB + PAGE, PAGE);
        table.unmap(GIB, GIB);
        table.clean();
    }

    /// 64 MiB that nobody has touched come and go.
    @Benchmark
    public void untouchedMemory() {
        memory.release(memory.allocate(64 * MIB, 2 * MIB), 64 * MIB);
    }
}
