package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Outcome;

/// Registers and configuration space that are written to at random, also while a transaction is on its way.
class HostileRegistersTest {
    private static final int ROUNDS = 40;
    private static final int LOOKS = 60;
    private static final int MOST_TRANSACTIONS = 256;
    private static final int[] REGISTERS = {
        0x00, 0x04, 0x08, 0x0c, 0x10, 0x14, 0x18, 0x1c, 0x20, 0x24, 0x28, 0x2c, 0x30, 0xfffc
    };

    @Test
    void everyLookIsShortAndTheEngineAlwaysEndsWhatItStarted() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            try {
                round(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void round(SplittableRandom random) {
        var port = new FakePort();
        Map<Integer, Device> devices = new HashMap<>();
        var ports =
                new StreamPorts((stream, device) -> {
                    devices.put(stream.value(), device);
                    return port;
                });
        var benches = new EngineBench[] {new EngineBench(ports, 0), new EngineBench(ports, 1)};
        for (int i = 0; i < 4; i++) {
            port.page(address(random) & -FakePort.PAGE);
        }
        port.meanwhile =
                () -> {
                    scribble(random, benches);
                    port.stag = random.nextInt(4);
                    if (random.nextInt(20) == 0) {
                        port.once.put(address(random), Outcome.STALLED);
                    }
                };
        for (int look = 0; look < LOOKS; look++) {
            scribble(random, benches);
            look(port, benches[random.nextInt(2)]);
            release(random, devices);
        }
        calmDown(port, benches, devices);
    }

    private static void look(FakePort port, EngineBench bench) {
        int before = port.transactions;
        bench.engine.poll();
        assertThat(port.transactions - before).isLessThanOrEqualTo(MOST_TRANSACTIONS);
    }

    /// Nobody writes any more, so it ends, but for lengths that take long; then it takes the next order.
    private static void calmDown(
            FakePort port, EngineBench[] benches, Map<Integer, Device> devices) {
        port.meanwhile = () -> {};
        port.once.clear();
        for (EngineBench bench : benches) {
            bench.bar.setInt(0x20, 0x7fff_0000);
            bench.bar.setInt(0x1c, 9);
            for (int i = 0; bench.bar.getInt(0x24) != 0x7fff_0000; i++) {
                assertThat(i).isLessThan(1 << 16);
                for (int stag = 0; stag < 4; stag++) {
                    for (Device device : devices.values()) {
                        device.release(stag, Release.ABORT);
                    }
                }
                look(port, bench);
            }
            assertThat(bench.bar.getInt(0x28)).isEqualTo(3);
        }
    }

    private static void scribble(SplittableRandom random, EngineBench[] benches) {
        EngineBench bench = benches[random.nextInt(2)];
        int writes = random.nextInt(5);
        for (int i = 0; i < writes; i++) {
            switch (random.nextInt(8)) {
                case 0 -> bench.enable(random.nextInt(4) != 0);
                case 1 -> bench.enableMessages(address(random), random.nextInt());
                case 2 -> bench.configuration.setInt(random.nextInt(1024) * 4, random.nextInt());
                case 3 -> bench.bar.setLong(0x08, address(random));
                case 4 -> bench.bar.setLong(0x10, address(random));
                case 5 -> bench.bar.setInt(0x18, length(random));
                case 6 -> {
                    bench.bar.setInt(0x04, random.nextInt(20));
                    bench.bar.setInt(0x1c, random.nextBoolean() ? 8 : random.nextInt(9));
                    bench.bar.setInt(0x20, random.nextInt());
                }
                default ->
                        bench.bar.setInt(
                                REGISTERS[random.nextInt(REGISTERS.length)], random.nextInt());
            }
        }
    }

    private static void release(SplittableRandom random, Map<Integer, Device> devices) {
        for (Device device : devices.values()) {
            Release[] all = Release.values();
            device.release(random.nextInt(4), all[random.nextInt(all.length)]);
        }
    }

    private static int length(SplittableRandom random) {
        return switch (random.nextInt(32)) {
            case 0 -> -1;
            case 1, 2, 3 -> 0;
            case 4, 5, 6, 7, 8, 9, 10 -> random.nextInt(3 * FakePort.PAGE);
            default -> random.nextInt(1 << 20);
        };
    }

    private static long address(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x4000);
            case 1 -> -random.nextInt(0x4000);
            case 2 -> Long.MAX_VALUE - random.nextInt(0x4000);
            default -> random.nextLong();
        };
    }
}
