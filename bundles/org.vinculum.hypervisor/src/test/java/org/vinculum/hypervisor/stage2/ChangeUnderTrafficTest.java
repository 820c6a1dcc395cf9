package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

class ChangeUnderTrafficTest {
    private static final long BLOCK = 2 << 20;
    private static final long PAGE = 0x1000;
    private static final long APART = 1L << 40;
    private static final int BLOCKS = 400;
    private static final int VMID = 7;

    private final TestedMachine machine = new TestedMachine(64 << 20);
    private final WalkingSmmu smmu = new WalkingSmmu(machine.memory, "smmuv3-3.2");

    @AfterEach
    void close() {
        machine.close();
    }

    private Stage2Table table(boolean changesInPlace, Invalidation invalidation) {
        var hosts = new Stage2Capabilities(48, true, changesInPlace);
        return new Stage2Table(machine.memory, 40, hosts, invalidation);
    }

    @Test
    void nobodyFindsTheRestOfABlockMissingWhereItChangesInPlace() throws Exception {
        try (Stage2Table table = table(true, Invalidation.NONE);
                var threads = Executors.newFixedThreadPool(2)) {
            table.map(0, APART, BLOCKS * BLOCK, true);
            smmu.translateBy(table.named(VMID));
            var done = new AtomicBoolean();
            List<Future<Long>> missing = new ArrayList<>();
            for (int seed = 1; seed <= 2; seed++) {
                missing.add(threads.submit(traffic(new SplittableRandom(seed), done)));
            }
            for (long block = 0; block < BLOCKS; block++) {
                table.unmap(block * BLOCK, PAGE);
                smmu.forget(VMID, block * BLOCK, PAGE);
                table.clean();
            }
            done.set(true);
            assertThat(missing.get(0).get()).isZero();
            assertThat(missing.get(1).get()).isZero();
        }
    }

    /// Reads what stays; the answer is how often it was not where it should be.
    private Callable<Long> traffic(SplittableRandom random, AtomicBoolean done) {
        var outcome = new Outcome();
        return () -> {
            long missing = 0;
            while (!done.get()) {
                long ipa = random.nextLong(BLOCKS) * BLOCK + random.nextLong(PAGE, BLOCK);
                if (smmu.translate(ipa, Access.READ, outcome) != ipa + APART) {
                    missing++;
                }
            }
            return missing;
        };
    }

    @Test
    void aBlockThatIsBrokenIsForgottenBeforeATableIsThere() {
        List<Long> seen = new ArrayList<>();
        Invalidation watched =
                (ipa, size) -> {
                    smmu.forget(VMID, ipa, size);
                    seen.add(smmu.translate(ipa + PAGE, Access.READ));
                };
        try (Stage2Table table = table(false, watched)) {
            table.map(0, APART, BLOCK, true);
            smmu.translateBy(table.named(VMID));
            assertThat(smmu.translate(PAGE, Access.READ)).isEqualTo(APART + PAGE);

            table.unmap(0, PAGE);

            assertThat(seen).containsExactly(Outcome.ABORT);
            assertThat(smmu.translate(PAGE, Access.READ)).isEqualTo(APART + PAGE);
        }
    }
}
