package org.vinculum.bench;

import java.util.List;
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
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.toolstack.LowestFreeMapper;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// What `bind` costs on a machine of 64 SMMUs, from the bytes of the inputs to the bytes of the outputs, as the number of
/// masters grows. Bytes allocated per operation (`-prof gc`) tell whether memory grows in step.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class BindBenchmark {
    private final DeviceTreeCodec codec = new TreeCodec();
    private final List<FirmwareReader> readers = List.of(new DeviceTreeFirmwareReader(codec));
    private final LowestFreeMapper mapper = new LowestFreeMapper();
    private GuestBinder.Request request;

    @Param({"1250", "2500", "5000"})
    public int masters;

    @Setup
    public void generate() {
        request = new LargeHost(64, masters).request();
    }

    @Benchmark
    public GuestBinder.Result bind() {
        return GuestBinding.of(request, new Services(readers, List.of(), codec, mapper));
    }
}
