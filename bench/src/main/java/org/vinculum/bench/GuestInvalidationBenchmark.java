package org.vinculum.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A guest's invalidation, from its ring to the SMMUs behind its virtual one: in batches of 64 entries as Linux makes them, 63
/// CMD_TLBI_NH_VA and the CMD_SYNC that is waited for. The figures are for one of the 63.
///
/// The pages are none that are known, so that what the SMMUs know stays as it is.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuestInvalidationBenchmark {
    private static final int INVALIDATIONS = 63;
    private static final int COMMAND_BITS = 8;
    private static final double MOST_HOST_COMMANDS = 1.1;

    private static final int TLBI_NH_VA = 0x12;
    private static final int SYNC = 0x46;
    private static final int ASID_SHIFT = 48;
    private static final long LEAF = 1;
    private static final long ELSEWHERE = 1L << 40;

    /// SMMUs behind the virtual one.
    @Param({"1", "4"})
    public int smmus;

    /// Translations that each of them knows.
    @Param({"0", "250", "4096"})
    public int known;

    private final RandomPages random = new RandomPages();
    private GuestMachine machine;
    private GuestRing ring;
    private long word0;
    private long hostCommands;
    private long batches;

    @Setup
    public void guest() {
        machine = new GuestMachine(smmus, 1, COMMAND_BITS);
        machine.know(known);
        ring = new GuestRing(machine);
        word0 = TLBI_NH_VA | (long) machine.space().asid() << ASID_SHIFT;
        hostCommands = machine.hostCommands();
    }

    @Benchmark
    @OperationsPerInvocation(INVALIDATIONS)
    public void batch() {
        for (int i = 0; i < INVALIDATIONS; i++) {
            ring.put(word0, ELSEWHERE | random.next(18) | LEAF);
        }
        ring.put(SYNC, 0);
        ring.run();
        batches++;
    }

    /// @throws IllegalStateException when each SMMU has got more than it should for a command of the guest
    @TearDown
    public void end() {
        double caused = machine.hostCommands() - hostCommands;
        machine.close();
        double most = MOST_HOST_COMMANDS * smmus * batches * (INVALIDATIONS + 1);
        if (caused > most) {
            throw new IllegalStateException(caused + " host commands, not " + most);
        }
    }
}
