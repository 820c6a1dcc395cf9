package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.stage2.ExpectedMap.Piece;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

class RandomMapsTest {
    private static final int MAPS = 1000;
    private static final int STEPS = 12;
    private static final int[] SIZES = {32, 36, 40, 42, 44, 48};
    private static final int[] UNITS = {12, 21, 30};
    private static final long MISALIGNED = 8 << 20;

    /// Normal, write-back, allocating; inner shareable.
    private static final int RAM = 0x3ff;

    /// Device-nGnRE; outer shareable.
    private static final int DEVICE = 0x204;

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.1", "smmuv3-3.2", "smmuv3-3.3"})
    void everyAddressLeadsWhereTheLastMapSays(String profile) {
        try (var machine = new TestedMachine(64 << 20)) {
            var smmu = new WalkingSmmu(machine.memory, profile);
            long before = machine.memory.allocated();
            for (int seed = 0; seed < MAPS; seed++) {
                new Run(machine, smmu, seed, profile + ", seed " + seed).go();
            }
            assertThat(machine.memory.allocated()).isEqualTo(before);
        }
    }

    /// One domain's stage 2 from its making to its end.
    private static final class Run {
        private final TestedMachine machine;
        private final WalkingSmmu smmu;
        private final SplittableRandom random;
        private final String seed;
        private final ExpectedMap expected = new ExpectedMap();
        private final int inputBits;
        private final int vmid;

        Run(TestedMachine machine, WalkingSmmu smmu, int seed, String name) {
            this.machine = machine;
            this.smmu = smmu;
            this.random = new SplittableRandom(seed);
            this.seed = name;
            this.inputBits = SIZES[random.nextInt(SIZES.length)];
            this.vmid = 1 + random.nextInt(0xffff);
        }

        void go() {
            var hosts = Stage2Capabilities.of(List.of(smmu.hardware()));
            try (var table = new Stage2Table(machine.memory, inputBits, hosts, this::forget)) {
                Stage2 named = table.named(vmid);
                smmu.translateBy(named);
                var walk = new TinyWalk(machine::read, named.word2(), named.word3());
                for (int step = 0; step < STEPS; step++) {
                    change(table);
                    check(walk);
                }
            }
        }

        private void forget(long ipa, long size) {
            smmu.forget(vmid, ipa, size);
        }

        private void change(Stage2Table table) {
            long unit = 1L << UNITS[random.nextInt(3)];
            long size = (1 + random.nextInt(3)) * unit + few(3) * few(3) * 0x1000;
            long ipa = place(unit, size, 1L << inputBits);
            boolean map = random.nextInt(3) != 0;
            if (map && !expected.anythingIn(ipa, size)) {
                long physical = place(unit, size, 1L << 48);
                boolean skewed = (ipa - physical) % (2 << 20) != 0;
                long less = skewed ? Math.min(size, MISALIGNED) : size;
                boolean ram = random.nextBoolean();
                table.map(ipa, physical, less, ram);
                expected.map(new Piece(ipa, physical, less, ram));
            } else if (!map) {
                table.unmap(ipa, size);
                forget(ipa, size);
                table.clean();
                expected.unmap(ipa, size);
            }
        }

        private long few(int most) {
            return random.nextInt(most);
        }

        /// Mostly close to what is there, and mostly aligned.
        private long place(long unit, long size, long limit) {
            long align = random.nextInt(4) == 0 ? 0x1000 : unit;
            List<Piece> there = expected.pieces();
            long at = random.nextLong(limit);
            if (!there.isEmpty() && random.nextInt(4) != 0) {
                Piece one = there.get(random.nextInt(there.size()));
                at = Math.max(0, one.ipa() + random.nextLong(-2 * unit, one.size() + 2 * unit));
            }
            return Math.min(at, limit - size) / align * align;
        }

        private void check(TinyWalk walk) {
            for (Piece piece : expected.pieces()) {
                long end = piece.ipa() + piece.size();
                check(walk, piece.ipa());
                check(walk, piece.ipa() - 1);
                check(walk, end - 1);
                check(walk, end);
                check(walk, piece.ipa() + random.nextLong(piece.size()));
            }
            for (int i = 0; i < 4; i++) {
                check(walk, random.nextLong(1L << inputBits));
            }
        }

        private void check(TinyWalk walk, long ipa) {
            if (ipa < 0 || ipa >= 1L << inputBits) {
                return;
            }
            Piece piece = expected.at(ipa);
            long output = piece == null ? Outcome.ABORT : piece.output(ipa);
            long leaf = walk.leaf(ipa);
            boolean right =
                    smmu.translate(ipa, Access.READ) == output
                            && smmu.translate(ipa, Access.WRITE) == output
                            && (piece == null
                                    ? leaf == TinyWalk.NOTHING
                                    : TinyWalk.output(leaf, ipa) == output
                                            && smmu.attributes() == (piece.ram() ? RAM : DEVICE));
            if (!right) {
                fail("%s: 0x%x, leaf 0x%x, expected %s", seed, ipa, leaf, piece);
            }
        }
    }
}
