package org.vinculum.smmu.walk;

import org.vinculum.smmu.cache.AddressSpace;
import org.vinculum.smmu.cache.TaggedCache;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.Stage2;

/// Takes an address through whichever stages a configuration has.
public final class Walker {
    private final Stage1Walker stage1;
    private final Stage2Walker stage2;
    private final int outputBits;

    /// @param outputBits of the implementation
    public Walker(
            TableMemory memory, TaggedCache stage1Tables, Stage2Walker stage2, int outputBits) {
        this.stage2 = stage2;
        this.stage1 = new Stage1Walker(memory, stage1Tables, stage2);
        this.outputBits = outputBits;
    }

    /// @param address without an ignored top byte
    /// @return a [Leaf], or [Leaf#FAULT] with the rest in `walk`
    public long walk(Walk walk, AddressSpace space, long address) {
        if (space.stage1() == null) {
            return onlyStage2(walk, space, address);
        }
        long first = stage1.walk(walk, space, address);
        if (first == Leaf.FAULT || space.stage2() == null) {
            return first;
        }
        long second =
                stage2.walk(
                        walk,
                        space.stage2(),
                        Leaf.output(first, address),
                        walk.needed(),
                        Origin.INPUT,
                        false);
        if (second == Leaf.FAULT) {
            return second;
        }
        return Leaf.nested(first, second, address, combined(space, Leaf.attributes(first), second));
    }

    /// Stage 1 alone, whose tables are still read through stage 2 where that translates.
    ///
    /// @param space one whose stage 1 translates
    public long walkStage1(Walk walk, AddressSpace space, long address) {
        return stage1.walk(walk, space, address);
    }

    /// The input must be an address that stage 1 could have made (IHI 0070, 3.4).
    private long onlyStage2(Walk walk, AddressSpace space, long address) {
        if (AddressSizes.exceeds(address, outputBits)) {
            return walk.failStage1(Fault.ADDRESS_SIZE);
        }
        long leaf = stage2.walk(walk, space.stage2(), address, walk.needed(), Origin.INPUT, false);
        if (leaf == Leaf.FAULT) {
            return leaf;
        }
        return Leaf.of(
                leaf,
                Leaf.log2Size(leaf),
                Leaf.permissions(leaf),
                combined(space, walk.incoming(), leaf));
    }

    private static int combined(AddressSpace space, int first, long second) {
        Stage2 stage = space.stage2().stage();
        int raw = Leaf.attributes(second);
        int memAttr = (int) Stage2Walker.MEM_ATTR.highest() & raw;
        return Stage2Attributes.combine(
                first, memAttr, Attributes.shareability(raw), stage.forcedAttributes());
    }
}
