package org.vinculum.hypervisor.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

class AllocationRaceTest {
    private static final long SIZE = 64 << 20;

    @Test
    void nobodyGetsWhatAnotherHasOrHasLeftBehind() throws Exception {
        var ram = List.of(AddressRange.of(0, SIZE));
        try (var memory = new MachineMemory(ram, MessageSink.NONE);
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> tenants = new ArrayList<>();
            for (int seed = 1; seed <= 4; seed++) {
                var random = new SplittableRandom(seed);
                tenants.add(() -> comeAndGo(memory, random));
            }
            for (Future<Void> tenant : threads.invokeAll(tenants)) {
                tenant.get();
            }
            assertThat(memory.allocated()).isZero();
        }
    }

    private static Void comeAndGo(MachineMemory memory, SplittableRandom random) {
        for (int step = 0; step < 500; step++) {
            long bytes = MachineMemory.PAGE << random.nextInt(10);
            long mark = random.nextLong();
            long start = memory.allocate(bytes, MachineMemory.PAGE);
            Ram ram = memory.ram(start);
            assertThat(replaced(ram, start, bytes, 0, mark)).isTrue();
            assertThat(replaced(ram, start, bytes, mark, ~mark)).isTrue();
            memory.release(start, bytes);
        }
        return null;
    }

    /// Whether every page began as expected; now it begins otherwise.
    private static boolean replaced(Ram ram, long start, long bytes, long expected, long mark) {
        boolean all = true;
        for (long at = start; at < start + bytes; at += MachineMemory.PAGE) {
            all &= ram.compareAndSetLong(at, expected, mark);
        }
        return all;
    }
}
