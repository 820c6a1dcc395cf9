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
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.firmware.InputFile;

/// What an IORT costs: the longest of those in the folder that the system property `bench.tables` names, and a generated
/// one of 3,000 nodes.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Thread)
public class IortCodecBenchmark {
    @Param({"shipping", "generated"})
    public String table;

    private InputFile file;
    private Iort model;

    @Setup
    public void load() {
        file = table.equals("shipping") ? LargestTable.read() : LargeTable.make();
        model = IortReader.read(file);
    }

    @Benchmark
    public Iort read() {
        return IortReader.read(file);
    }

    @Benchmark
    public byte[] write() {
        return IortWriter.write(model);
    }

    @Benchmark
    public Iort arrange() {
        return Arrangement.of(model);
    }
}
