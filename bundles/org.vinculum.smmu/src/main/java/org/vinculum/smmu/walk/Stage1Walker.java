package org.vinculum.smmu.walk;

import org.vinculum.memory.Ram;
import org.vinculum.smmu.cache.AddressSpace;
import org.vinculum.smmu.cache.Region;
import org.vinculum.smmu.cache.TaggedCache;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.Stage1;
import org.vinculum.smmu.table.TranslationTable;

/// Walks the tables of stage 1, through stage 2 where that translates.
final class Stage1Walker {
    private static final Bits ATTRIBUTE_INDEX = Bits.bits(4, 2);

    /// Another attempt is needed: a descriptor has changed.
    private static final long CHANGED = -2;

    private static final int UNPRIVILEGED =
            Permissions.READ | Permissions.WRITE | Permissions.EXECUTE;

    private final TableMemory memory;
    private final TaggedCache tables;
    private final Stage2Walker stage2;

    Stage1Walker(TableMemory memory, TaggedCache tables, Stage2Walker stage2) {
        this.memory = memory;
        this.tables = tables;
        this.stage2 = stage2;
    }

    /// @param address without an ignored top byte
    /// @return a [Leaf], or [Leaf#FAULT] with the rest in `walk`
    long walk(Walk walk, AddressSpace space, long address) {
        Stage1.Half half = space.stage1().half(address);
        if (half == null || !half.covers(address)) {
            return walk.failStage1(Fault.TRANSLATION);
        }
        if (half.unprivilegedFaults() && (walk.needed() & UNPRIVILEGED) != 0) {
            return walk.failStage1(Fault.TRANSLATION);
        }
        TranslationTable table = half.table();
        int region = table.pageBits() + table.stride();
        if (region <= table.startShift()) {
            long known = tables.get(space.tag(), Region.key(address, region));
            if (known != TaggedCache.MISS) {
                long at =
                        table.nextDescriptor(TablePointer.table(known), address, table.pageBits());
                long leaf = lastLevel(walk, space, half, at, TablePointer.limits(known));
                return leaf == CHANGED ? fromTheTop(walk, space, half, address) : leaf;
            }
        }
        long leaf = fromTheMiddle(walk, space, half, address);
        return leaf == CHANGED ? fromTheTop(walk, space, half, address) : leaf;
    }

    /// Through a table above the last level that is known, to one below it; [#CHANGED] where it does not lead to one.
    private long fromTheMiddle(Walk walk, AddressSpace space, Stage1.Half half, long address) {
        TranslationTable table = half.table();
        int shift = table.pageBits() + table.stride();
        int region = shift + table.stride();
        long known =
                region > table.startShift()
                        ? TaggedCache.MISS
                        : tables.get(space.tag(), Region.key(address, region));
        if (known == TaggedCache.MISS) {
            return CHANGED;
        }
        long at = table.nextDescriptor(TablePointer.table(known), address, shift);
        Ram ram = memory.at(at);
        if (ram == null) {
            return walk.abortStage1(at);
        }
        long descriptor = Flags.read(ram, at, table.bigEndian());
        long next = table.layout().address(descriptor);
        if (!Stage2Walker.isTable(descriptor, shift, table)
                || AddressSizes.exceeds(next, table.outputBits())) {
            return CHANGED;
        }
        int limits = TablePointer.limits(known) | limits(half, descriptor);
        long last = table.nextDescriptor(next, address, table.pageBits());
        return descend(walk, space, half, address, table.pageBits(), last, limits);
    }

    private static int limits(Stage1.Half half, long descriptor) {
        return half.hierarchyIgnored() ? 0 : (int) Stage1Permissions.TABLE_LIMITS.get(descriptor);
    }

    /// A page through a last-level table that is known. Its flags are set on the long way only, which knows where the
    /// table is for stage 2.
    private long lastLevel(Walk walk, AddressSpace space, Stage1.Half half, long at, int limits) {
        TranslationTable table = half.table();
        Ram ram = memory.at(at);
        if (ram == null) {
            return walk.abortStage1(at);
        }
        long descriptor = Flags.read(ram, at, table.bigEndian());
        if (!Stage2Walker.isLeaf(descriptor, table.pageBits(), table)) {
            return walk.failStage1(Fault.TRANSLATION);
        }
        Stage1 stage = space.stage1();
        Fault fault = check(stage, half, descriptor, table.pageBits(), limits, walk.needed());
        if (fault != Fault.NONE) {
            return walk.failStage1(fault);
        }
        if (!walk.passive() && updated(stage, descriptor, walk.needed()) != descriptor) {
            return CHANGED;
        }
        return leaf(walk, stage, half, descriptor, table.pageBits(), limits);
    }

    private long fromTheTop(Walk walk, AddressSpace space, Stage1.Half half, long address) {
        for (int attempts = 0; attempts < Flags.MOST_ATTEMPTS; attempts++) {
            TranslationTable table = half.table();
            long first = table.firstDescriptor(address);
            long leaf = descend(walk, space, half, address, table.startShift(), first, 0);
            if (leaf != CHANGED) {
                return leaf;
            }
        }
        return walk.abortStage1(half.table().firstDescriptor(address));
    }

    /// @param from address bits below the index of the first table that is read
    /// @param descriptorAt where that is read, in the input of stage 2
    /// @param above the limits of the tables above
    private long descend(
            Walk walk,
            AddressSpace space,
            Stage1.Half half,
            long address,
            int from,
            long descriptorAt,
            int above) {
        TranslationTable table = half.table();
        long tag = space.tag();
        int shift = from;
        long at = descriptorAt;
        int limits = above;
        while (true) {
            long physical = at;
            int mapped = Long.SIZE - 1;
            if (space.stage2() != null) {
                long leaf =
                        stage2.walk(
                                walk,
                                space.stage2(),
                                at,
                                Permissions.TABLE_READ,
                                Origin.TABLE,
                                false);
                if (leaf == Leaf.FAULT) {
                    return leaf;
                }
                physical = Leaf.output(leaf, at);
                mapped = Leaf.log2Size(leaf);
            }
            if (shift <= table.pageBits() + table.stride()
                    && mapped >= table.pageBits()
                    && shift < table.startShift()) {
                remember(walk, space, half, tag, address, shift, physical, limits);
            }
            Ram ram = memory.at(physical);
            if (ram == null) {
                return walk.abortStage1(physical);
            }
            long descriptor = Flags.read(ram, physical, table.bigEndian());
            if (!Stage2Walker.isTable(descriptor, shift, table)) {
                return finish(walk, space, half, descriptor, shift, limits, at, physical, ram);
            }
            long next = table.layout().address(descriptor);
            if (AddressSizes.exceeds(next, table.outputBits())) {
                return walk.failStage1(Fault.ADDRESS_SIZE);
            }
            limits |= limits(half, descriptor);
            shift -= table.stride();
            at = table.nextDescriptor(next, address, shift);
        }
    }

    /// Remembers one of the two lowest tables by the place of one of its descriptors.
    private void remember(
            Walk walk,
            AddressSpace space,
            Stage1.Half half,
            long tag,
            long address,
            int shift,
            long descriptor,
            int limits) {
        if (walk.passive()) {
            return;
        }
        TranslationTable table = half.table();
        int region = shift + table.stride();
        long start = descriptor & -1L << table.pageBits();
        space.noteTable(region);
        tables.put(
                tag,
                Region.key(address, region),
                TablePointer.of(start, limits),
                walk.shard(),
                walk.began());
    }

    private long finish(
            Walk walk,
            AddressSpace space,
            Stage1.Half half,
            long descriptor,
            int shift,
            int limits,
            long at,
            long physical,
            Ram ram) {
        if (!Stage2Walker.isLeaf(descriptor, shift, half.table())) {
            return walk.failStage1(Fault.TRANSLATION);
        }
        Stage1 stage = space.stage1();
        Fault fault = check(stage, half, descriptor, shift, limits, walk.needed());
        if (fault != Fault.NONE) {
            return walk.failStage1(fault);
        }
        long updated = walk.passive() ? descriptor : updated(stage, descriptor, walk.needed());
        if (updated != descriptor) {
            if (!mayWrite(walk, space, at)) {
                return Leaf.FAULT;
            }
            boolean big = half.table().bigEndian();
            if (!Flags.update(ram, physical, big, descriptor, updated)) {
                return CHANGED;
            }
        }
        return leaf(walk, stage, half, updated, shift, limits);
    }

    /// Whether stage 2 lets a flag be set in a table.
    private boolean mayWrite(Walk walk, AddressSpace space, long at) {
        return space.stage2() == null
                || stage2.walk(
                                walk,
                                space.stage2(),
                                at,
                                Permissions.TABLE_WRITE,
                                Origin.TABLE,
                                true)
                        != Leaf.FAULT;
    }

    private static Fault check(
            Stage1 stage, Stage1.Half half, long descriptor, int shift, int limits, int needed) {
        TranslationTable table = half.table();
        long output = table.layout().address(descriptor) & -1L << shift;
        if (AddressSizes.exceeds(output, table.outputBits())) {
            return Fault.ADDRESS_SIZE;
        }
        if (stage.accessFlagFaults() && !Descriptor.ACCESSED.isSet(descriptor)) {
            return Fault.ACCESS;
        }
        boolean writable =
                !Stage1Permissions.READ_ONLY.isSet(descriptor) || managed(stage, descriptor);
        int permissions = Stage1Permissions.of(descriptor, limits, writable, stage);
        return (permissions & needed) != needed ? Fault.PERMISSION : Fault.NONE;
    }

    /// Whether hardware makes the page writable when it is written to.
    private static boolean managed(Stage1 stage, long descriptor) {
        return stage.hardwareDirtyState() && Descriptor.DIRTY_MANAGED.isSet(descriptor);
    }

    private static long updated(Stage1 stage, long descriptor, int needed) {
        long updated = descriptor;
        if (stage.hardwareAccessFlag()) {
            updated |= Descriptor.ACCESSED.mask();
        }
        if (managed(stage, descriptor) && Permissions.writes(needed)) {
            updated &= ~Stage1Permissions.READ_ONLY.mask();
        }
        return updated;
    }

    private static long leaf(
            Walk walk, Stage1 stage, Stage1.Half half, long descriptor, int shift, int limits) {
        TranslationTable table = half.table();
        boolean readOnly = Stage1Permissions.READ_ONLY.isSet(descriptor);
        int permissions =
                Stage1Permissions.of(
                        descriptor, limits, !readOnly || managed(stage, descriptor), stage);
        if (half.unprivilegedFaults()) {
            permissions &= ~UNPRIVILEGED;
        }
        int shareability =
                table.layout().wide()
                        ? half.shareability()
                        : (int) Descriptor.SHAREABILITY.get(descriptor);
        int type = MemoryTypes.of(stage.mair(), (int) ATTRIBUTE_INDEX.get(descriptor));
        long leaf =
                Leaf.of(
                        table.layout().address(descriptor) & -1L << shift,
                        shift,
                        readOnly ? Permissions.withoutWrite(permissions) : permissions,
                        Attributes.stage1(type, shareability, walk.incoming()));
        walk.found(leaf);
        return leaf;
    }
}
