package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

/// Several domains on one SMMU, each on a thread of its own and with a page that comes and goes.
class ManyDomainsTests {
    private static final int DOMAINS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.3", "mmu-700-r1p1", "thunderx2"})
    void whatASyncOfOneAnswersForIsDone(String profile) throws Exception {
        var bench = HostBench.started(profile);
        try (ExecutorService threads = Executors.newFixedThreadPool(DOMAINS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < DOMAINS; i++) {
                int number = i;
                running.add(threads.submit(() -> new Guest(bench, number).run(300)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(bench.driver.traffic().commandErrors()).isZero();
        assertThat(bench.driver.traffic().waiting()).isZero();
    }

    /// Nested: IPA 0x40000000 on is its own 16 pages, of which page 0 is the CD, 1 to 3 the tables and 4 on data.
    private static final class Guest {
        private final HostBench bench;
        private final HostSmmu domain;
        private final StreamId stream;
        private final long pages;
        private final SplittableRandom random;
        private final Outcome outcome = new Outcome();

        Guest(HostBench bench, int number) {
            this.bench = bench;
            random = new SplittableRandom(number);
            stream = new StreamId(0x100 + number);
            pages = HostBench.TABLES + 0x10_0000L * (number + 1);
            long stage2 = pages + 0x1_0000;
            bench.put(stage2 + 8, stage2 + 0x1000 | 3);
            bench.put(stage2 + 0x1000, stage2 + 0x2000 | 3);
            for (int i = 0; i < 16; i++) {
                bench.put(stage2 + 0x2000 + 8 * i, pages + 0x1000L * i | 0x7ff);
            }
            bench.put(pages, 0x0009_6205_c000_3519L, 0x4000_1000L, 0, 0xffL);
            bench.put(pages + 0x1000, 0x4000_2003L);
            bench.put(pages + 0x2000, 0x4000_3003L);
            domain = bench.driver.admit(new Stage2(number + 1, HostBench.STAGE_2, stage2));
            bench.driver.assign(stream, domain, false);
            domain.configure(stream, new StreamSetting.Stage1(0x4000_0000L, 0, false));
        }

        void run(int rounds) {
            for (int i = 0; i < rounds; i++) {
                int page = random.nextInt(4, 16);
                bench.put(pages + 0x3000, 0x4000_0000L + 0x1000L * page | 0x7c3);
                forget();
                long address =
                        bench.driver.translate(stream.value(), -1, 0x10, Access.READ, outcome);
                assertThat(address).isEqualTo(pages + 0x1000L * page + 0x10);
            }
        }

        private void forget() {
            for (int i = random.nextInt(40); i > 0; i--) {
                domain.invalidate(0x0009_0000_0000_0012L, 0x7000L * i);
            }
            domain.invalidate(0x0009_0000_0000_0012L, random.nextInt(2));
            long sync = domain.sync();
            while (domain.outcome(sync) == SyncOutcome.PENDING) {
                bench.driver.work(random.nextInt(1, 80));
            }
        }
    }

    @Test
    void commandsAndSyncsAllocateNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var domain = HostBench.started("smmuv3-3.2").domain(5, 7);
        StreamId stream = new StreamId(7);
        long allocated = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                domain.invalidate(0x0009_0000_0000_0012L, 0x7000L * i);
                domain.outcome(domain.sync());
            }
            domain.invalidateDevice(stream, 0x40, 0x1000);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(allocated).isLessThan(1000);
    }
}
