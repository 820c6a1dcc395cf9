package org.vinculum.smmu.translation;

import java.util.SplittableRandom;
import org.vinculum.iommu.Access;

/// A random stream: its entry, one of its context descriptors, and what the reference knows of both.
final class RandomStream {
    private static final int[] TYPES = {
        0x00, 0x04, 0x08, 0x0c, 0x44, 0xff, 0xbb, 0x77, 0x33, 0x4f, 0xf4, 0xa5, 0xee, 0xcc, 0x88,
        0xd7
    };

    final SplittableRandom random;
    final SlowWalk slow;
    final long[] ste = new long[8];
    final long[] cd = new long[8];
    final boolean stage1;
    final boolean upper;
    final boolean e2h;
    private final boolean two;

    /// log2 of the number of context descriptors.
    int log2Contexts;

    int missing;
    int privileges;
    int instructions;

    /// @param updates whether dirty state is kept in nested tables too, which only works without caches: garbage is
    ///     stage 1 and stage 2 at once
    RandomStream(SplittableRandom random, SlowWalk slow, int oas, boolean updates) {
        this.random = random;
        this.slow = slow;
        RandomStage stages = new RandomStage(random, oas);
        int config = stages.oneIn(20) ? 0 : 1 + random.nextInt(3);
        stage1 = (config & 1) != 0;
        two = (config & 2) != 0;
        int most = stages.oneIn(3) ? config == 3 && !updates ? 1 : 2 : 0;
        boolean hyp = config == 1 && stages.oneIn(3);
        e2h = hyp && random.nextBoolean();
        boolean el2 = hyp && !e2h;
        upper = !el2 && random.nextBoolean();
        ste[0] = 1 | (4L | config) << 1;
        ste[1] = (hyp ? 2L : 0) << 30;
        overrides(stages);
        if (two) {
            stage2(stages, most);
        }
        if (stage1) {
            stage1(stages, el2, most);
        }
    }

    private void overrides(RandomStage stages) {
        ste[1] |= 1L << 44;
        slow.incoming = SlowType.INCOMING;
        slow.incomingShare = 0;
        if (stages.oneIn(3)) {
            int type = random.nextInt(16);
            int allocation = random.nextInt(16);
            int share = random.nextInt(4);
            ste[1] &= ~(3L << 44);
            ste[1] |= (long) type << 32 | 1L << 36 | (long) allocation << 37 | (long) share << 44;
            slow.incoming = SlowType.ofMemAttr(type).configured(allocation);
            slow.incomingShare = share;
        }
        privileges = stages.oneIn(4) ? random.nextInt(4) : 0;
        instructions = stages.oneIn(4) ? random.nextInt(4) : 0;
        ste[1] |= (long) privileges << 48 | (long) instructions << 50;
    }

    private void stage2(RandomStage stages, int updates) {
        slow.two = stages.two(ste, updates);
        slow.ptw = stages.oneIn(5);
        slow.fwb = random.nextBoolean();
        boolean stall = stages.oneIn(8);
        boolean record = !stages.oneIn(4);
        slow.policyTwo = new SlowWalk.Policy(stall, record, true);
        ste[1] |= slow.fwb ? 1L << 25 : 0;
        ste[2] |= (slow.ptw ? 1L << 54 : 0) | (stall ? 1L << 57 : 0) | (record ? 1L << 58 : 0);
    }

    private void stage1(RandomStage stages, boolean el2, int updates) {
        slow.one = stages.one(cd, upper, updates);
        long mair = 0;
        for (int i = 0; i < 8; i++) {
            mair = mair << 8 | TYPES[random.nextInt(TYPES.length)];
        }
        slow.rules =
                new SlowWalk.Rules(
                        el2,
                        stages.oneIn(4),
                        !el2 && stages.oneIn(4),
                        stages.oneIn(3),
                        stages.oneIn(12),
                        stages.oneIn(4),
                        mair);
        boolean stall = stages.oneIn(8);
        boolean record = !stages.oneIn(4);
        boolean abort = random.nextBoolean();
        slow.policyOne = new SlowWalk.Policy(stall, record, abort);
        cd[0] |=
                (slow.rules.tbi() ? 1L << (upper ? 39 : 38) : 0)
                        | (slow.rules.wxn() ? 1L << 36 : 0)
                        | (slow.rules.pan() ? 1L << 40 : 0)
                        | (stall ? 1L << 44 : 0)
                        | (record ? 1L << 45 : 0)
                        | (abort ? 1L << 46 : 0);
        cd[upper ? 2 : 1] |= (slow.rules.had() ? 2 : 0) | (slow.rules.e0pd() ? 4 : 0);
        cd[3] = mair;
    }

    /// A transaction and what its stream makes of its access.
    SlowTransaction transaction(int stream, int substream, int context, int access) {
        boolean write = (access & Access.WRITE) != 0;
        boolean fetch = (access & Access.INSTRUCTION) != 0;
        boolean privileged = (access & Access.PRIVILEGED) != 0;
        fetch = instructions == 3 || instructions != 2 && fetch;
        privileged = privileges == 3 || privileges != 2 && privileged;
        return new SlowTransaction(
                stream, substream, context, address(), upper, write, fetch && !write, privileged);
    }

    private long address() {
        long address = random.nextLong();
        SlowStage input = stage1 ? slow.one : slow.two;
        if (input == null) {
            return random.nextBoolean() ? address & (1L << 44) - 1 : address;
        }
        if (random.nextInt(16) != 0) {
            address &= (1L << input.inputBits()) - 1;
            address |= stage1 && upper ? -1L << input.inputBits() : 0;
            if (stage1 && slow.rules.tbi() && random.nextBoolean()) {
                address ^= random.nextLong() << 56;
            }
        }
        return address;
    }
}
