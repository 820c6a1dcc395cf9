package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.hypervisor.host.Stage2;

class BlockSizesTest {
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final long PAGE = 0x1000;

    private final TestedMachine machine = new TestedMachine(64 * MIB);

    @AfterEach
    void close() {
        machine.close();
    }

    /// How many blocks of 1 GiB and 2 MiB and pages lie in a range, found by walks of each.
    private int[] leaves(Stage2Table table, long ipa, long size) {
        Stage2 named = table.named(1);
        var walk = new TinyWalk(machine::read, named.word2(), named.word3());
        int[] counts = new int[3];
        for (long at = ipa; at < ipa + size; ) {
            int log2 = (int) (walk.leaf(at) >>> 56);
            assertThat(at & (1L << log2) - 1).isZero();
            counts[(30 - log2) / 9]++;
            at += 1L << log2;
        }
        return counts;
    }

    @Test
    void aGuestOf64GibTakes64BlocksAndNoTableBesidesTheFirst() {
        try (Stage2Table table = machine.table(40)) {
            table.map(4 * GIB, 1L << 40, 64 * GIB, true);

            assertThat(leaves(table, 4 * GIB, 64 * GIB)).containsExactly(64, 0, 0);
            assertThat(table.tableBytes()).isEqualTo(2 * PAGE);
        }
    }

    @Test
    void whereWalksStartAtLevel0OneTableMoreIsTaken() {
        try (Stage2Table table = machine.table(48)) {
            table.map(4 * GIB, 1L << 40, 64 * GIB, true);

            assertThat(leaves(table, 4 * GIB, 64 * GIB)).containsExactly(64, 0, 0);
            assertThat(table.tableBytes()).isEqualTo(2 * PAGE);
        }
    }

    @Test
    void edgesOfALargeRangeTakeSmallerBlocks() {
        try (Stage2Table table = machine.table(40)) {
            long ipa = GIB - 2 * MIB - 3 * PAGE;
            long size = 3 * PAGE + 2 * MIB + 2 * GIB + 4 * MIB + PAGE;
            table.map(ipa, ipa + 8 * GIB, size, true);

            assertThat(leaves(table, ipa, size)).containsExactly(2, 3, 4);
            assertThat(table.tableBytes()).isEqualTo(2 * PAGE + 4 * PAGE);
        }
    }

    @Test
    void memoryThatIsAlignedToPagesAloneTakesPages() {
        try (Stage2Table table = machine.table(40)) {
            table.map(0, PAGE, 4 * MIB, true);

            assertThat(leaves(table, 0, 4 * MIB)).containsExactly(0, 0, 1024);
        }
    }

    @Test
    void noSmallerNumberOfBlocksWouldDo() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            long ipa = random.nextLong(1 << 20) * PAGE;
            long apart = random.nextLong(1 << 8) << 12 + 9 * random.nextInt(3);
            long size = (1 + random.nextLong(1 << 12 + 4 * random.nextInt(2))) * PAGE;
            try (Stage2Table table = machine.table(44)) {
                table.map(ipa, ipa + apart, size, true);

                assertThat(leaves(table, ipa, size))
                        .as("seed %d", seed)
                        .isEqualTo(least(ipa, apart, size));
            }
        }
    }

    /// Blocks that fit anywhere between both ends are all used; what they leave is for the next size.
    private static int[] least(long ipa, long apart, long size) {
        int[] counts = new int[3];
        long left = size;
        for (int i = 0; i < 3; i++) {
            long block = GIB >>> 9 * i;
            if (apart % block == 0) {
                long blocks = Math.max(0, (ipa + size) / block - (ipa + block - 1) / block);
                counts[i] = (int) (blocks - (i == 0 ? 0 : inLarger(ipa, apart, size, i)));
                left -= counts[i] * block;
            }
        }
        assertThat(left).isZero();
        return counts;
    }

    /// Blocks of one size that lie in larger ones.
    private static long inLarger(long ipa, long apart, long size, int i) {
        long larger = GIB >>> 9 * (i - 1);
        if (apart % larger != 0) {
            return 0;
        }
        return 512 * Math.max(0, (ipa + size) / larger - (ipa + larger - 1) / larger);
    }
}
