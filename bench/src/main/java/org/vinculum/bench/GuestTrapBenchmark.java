package org.vinculum.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How long a guest can keep the processor that serves its register write: CMDQ_PROD is written with a ring of 2^19 commands
/// that is always full. What the thread itself took is told for each iteration; JMH's figures have the taking of it in them.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class GuestTrapBenchmark {
    private static final int COMMAND_BITS = 19;
    private static final int DEVICES = 256;
    private static final int KNOWN = 4096;

    /// What the ring is full of.
    public enum Kind {
        PREFETCH_CONFIG(0x01, 0),
        CFGI_ALL(0x04, 31),
        TLBI_NH_VA(0x12, GuestMachine.DATA),
        TLBI_NH_ALL(0x10, 0),
        CMD_SYNC(0x46, 0);

        private final long word0;
        private final long word1;

        Kind(long word0, long word1) {
            this.word0 = word0;
            this.word1 = word1;
        }
    }

    @Param public Kind kind;

    private final ThreadTimes times = new ThreadTimes();
    private GuestMachine machine;
    private GuestRing ring;

    @Setup
    public void guest() {
        machine = new GuestMachine(1, DEVICES, COMMAND_BITS);
        machine.know(KNOWN / DEVICES);
        ring = new GuestRing(machine);
        for (int i = 0; i < ring.size(); i++) {
            ring.put(kind.word0, kind.word1);
        }
    }

    @Setup(Level.Iteration)
    public void measureAnew() {
        times.clear();
    }

    @TearDown(Level.Iteration)
    public void tell() {
        System.out.printf("%s: %s, ", kind, times);
    }

    @TearDown
    public void end() {
        machine.close();
    }

    @Benchmark
    public void write() {
        times.begin();
        ring.showFull();
        times.end();
    }
}
