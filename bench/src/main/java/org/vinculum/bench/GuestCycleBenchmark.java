package org.vinculum.bench;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// What a guest's driver does for each transfer of a device: map a page, have the device write to it, unmap the page and wait
/// until it is forgotten. Other pages beside it stay mapped.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuestCycleBenchmark {
    private static final int COMMAND_BITS = 8;
    private static final int KNOWN = 256;
    private static final long PAGE = GuestMachine.DATA + (long) KNOWN * GuestMachine.PAGE;

    /// SMMUs behind the guest's virtual one.
    @Param({"1", "4"})
    public int smmus;

    private final Outcome outcome = new Outcome();
    private GuestMachine machine;

    @Setup
    public void guest() {
        machine = new GuestMachine(smmus, 1, COMMAND_BITS);
        machine.know(KNOWN);
    }

    @TearDown
    public void end() {
        machine.close();
    }

    /// @throws IllegalStateException when the device does not get through
    @Benchmark
    public void mapWriteUnmap() {
        machine.space().map(PAGE, PAGE, GuestMachine.PAGE, Access.READ | Access.WRITE);
        long physical = machine.port().translate(-1, PAGE, Access.WRITE, outcome);
        if (physical < 0 || !machine.port().writeInt(physical, 1)) {
            throw new IllegalStateException("the device does not get through");
        }
        machine.space().unmap(PAGE, GuestMachine.PAGE);
    }
}
