package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.CBadCd;
import org.vinculum.smmu.spec.event.Event;

/// Transactions fault on their own threads while software reads the queue and commands are processed on another.
class ConcurrentFaultsTests {
    private static final int DEVICES = 3;
    private static final int FAULTS = 20_000;
    private static final int PROD = 0x100a8;
    private static final int CONS = 0x100ac;

    private final Bench bench = Bench.of("smmuv3-3.3").started();
    private final int[] lastSubstream = new int[DEVICES];
    private int recorded;

    @Test
    void everyRecordIsWholeAndInTheOrderOfItsDevice() throws Exception {
        try (ExecutorService devices = Executors.newFixedThreadPool(DEVICES)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int device = 0; device < DEVICES; device++) {
                running.add(devices.submit(faulting(device)));
            }
            while (running.stream().anyMatch(future -> !future.isDone())) {
                drain();
            }
            for (Future<Void> future : running) {
                future.get();
            }
        }
        drain();

        assertThat(recorded).isBetween(DEVICES, DEVICES * FAULTS);
    }

    private Callable<Void> faulting(int device) {
        return () -> {
            for (int i = 1; i <= FAULTS; i++) {
                bench.translation.faults.record(new CBadCd(device, Substream.of(i)), false);
            }
            return null;
        };
    }

    private void drain() {
        int producer = (int) bench.read(PROD) & 7;
        int consumer = (int) bench.read(CONS) & 7;
        while (consumer != producer) {
            check(Event.decode(record(Bench.EVENTS + 32 * (consumer & 3))));
            consumer = consumer + 1 & 7;
        }
        bench.write(CONS, consumer);
    }

    private Words record(long address) {
        return Words.of(
                bench.machine.get(address),
                bench.machine.get(address + 8),
                bench.machine.get(address + 16),
                bench.machine.get(address + 24));
    }

    private void check(Event event) {
        assertThat(event).isInstanceOf(CBadCd.class);
        CBadCd fault = (CBadCd) event;
        assertThat(fault.substream().id()).isGreaterThan(lastSubstream[fault.streamId()]);
        lastSubstream[fault.streamId()] = fault.substream().id();
        recorded++;
    }

    @Test
    void everyStallIsRecordedOnceAndEndsWhenTranslationDoes() throws Exception {
        Event stalled = Event.decode(Words.of(0x0000_0008_0000_0010L, 0x8000_0000L, 0, 0));
        try (ExecutorService devices = Executors.newFixedThreadPool(DEVICES)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                running.add(
                        devices.submit(() ->
                                bench.translation.faults.stall(8, -1, 0, Access.READ, stalled)));
            }
            for (int read = 0; read < 200; read++) {
                while (bench.read(PROD) == bench.read(CONS)) {
                    Thread.onSpinWait();
                }
                bench.write(CONS, bench.read(CONS) + 1 & 7);
            }
            List<Integer> tags = new ArrayList<>();
            for (Future<Integer> stall : running) {
                tags.add(stall.get());
            }
            assertThat(tags).doesNotHaveDuplicates().doesNotContain(-1);
        }

        bench.write(0x20, 0);
        assertThat(bench.machine.takeDevices()).hasSize(200);
    }
}
