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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.fdt.LosslessRewrite;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;

/// What one blob of a corpus costs on average. Each operation takes the next file, so the mean is per file.
///
/// The corpus is the folder in the system property `bench.corpus`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class DeviceTreeCodecBenchmark {
    /// The files, one after the other, over and over.
    @State(Scope.Thread)
    public static class Files {
        private final List<InputFile> files = BlobCorpus.files();
        private int next;

        InputFile next() {
            next = next + 1 == files.size() ? 0 : next + 1;
            return files.get(next);
        }
    }

    /// The same files, read.
    @State(Scope.Thread)
    public static class Trees {
        private final List<DeviceTree> trees =
                BlobCorpus.files().stream().map(FdtReader::read).toList();
        private int next;

        DeviceTree next() {
            next = next + 1 == trees.size() ? 0 : next + 1;
            return trees.get(next);
        }
    }

    @Benchmark
    public DeviceTree read(Files files) {
        return FdtReader.read(files.next());
    }

    @Benchmark
    public byte[] write(Trees trees) {
        return FdtWriter.write(trees.next(), 0);
    }

    @Benchmark
    public byte[] readAndWrite(Files files) {
        return FdtWriter.write(FdtReader.read(files.next()), 0);
    }

    @Benchmark
    public byte[] rewriteLossless(Files files) {
        return LosslessRewrite.of(files.next());
    }
}
