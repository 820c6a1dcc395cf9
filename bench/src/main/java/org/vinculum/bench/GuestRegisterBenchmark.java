package org.vinculum.bench;

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
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr2;

/// A guest's accesses to registers of its virtual SMMU that make nobody work.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuestRegisterBenchmark {
    private static final int COMMAND_BITS = 8;

    private GuestMachine machine;
    private long producer;

    @Setup
    public void guest() {
        machine = new GuestMachine(1, 1, COMMAND_BITS);
        producer = machine.read(CmdqProd.OFFSET, Integer.BYTES);
    }

    @TearDown
    public void end() {
        machine.close();
    }

    @Benchmark
    public long read() {
        return machine.read(CmdqCons.OFFSET, Integer.BYTES);
    }

    /// Of a register that cannot be changed now.
    @Benchmark
    public void ignoredWrite() {
        machine.write(Cr2.OFFSET, Integer.BYTES, 0);
    }

    /// Of CMDQ_PROD, without a new command.
    @Benchmark
    public void idleDoorbell() {
        machine.write(CmdqProd.OFFSET, Integer.BYTES, producer);
    }
}
