package org.vinculum.smmu.walk;

import org.vinculum.memory.Ram;
import org.vinculum.smmu.cache.Region;
import org.vinculum.smmu.cache.Stage2Space;
import org.vinculum.smmu.cache.TaggedCache;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.Stage2;
import org.vinculum.smmu.table.TranslationTable;

/// Walks the tables of stage 2. The attributes of the [Leaf]s it finds are MemAttr and shareability as they stand in the
/// descriptor, for [Stage2Attributes].
public final class Stage2Walker {
    static final Bits MEM_ATTR = Bits.bits(5, 2);

    private final TableMemory memory;
    private final TaggedCache tables;

    public Stage2Walker(TableMemory memory, TaggedCache tables) {
        this.memory = memory;
        this.tables = tables;
    }

    /// @param needed bits of [Permissions]
    /// @param why for the record of a fault
    /// @param tableWrite whether it is for setting a flag in a stage 1 table
    /// @return a [Leaf], or [Leaf#FAULT] with the rest in `walk`
    public long walk(
            Walk walk, Stage2Space space, long input, int needed, Origin why, boolean tableWrite) {
        Stage2 stage = space.stage();
        TranslationTable table = stage.table();
        if (AddressSizes.exceeds(input, table.inputBits())) {
            return walk.failStage2(Fault.TRANSLATION, why, input, tableWrite);
        }
        long tag = space.tag();
        int shift = table.pageBits();
        long known = known(tag, input, shift + table.stride(), table);
        if (known == TaggedCache.MISS) {
            shift += table.stride();
            known = known(tag, input, shift + table.stride(), table);
        }
        long at;
        if (known != TaggedCache.MISS) {
            at = table.nextDescriptor(TablePointer.table(known), input, shift);
        } else {
            shift = table.startShift();
            at = table.firstDescriptor(input);
        }
        for (int attempts = 0; ; ) {
            Ram ram = memory.at(at);
            if (ram == null) {
                return walk.abortStage2(at, why, input);
            }
            long descriptor = Flags.read(ram, at, table.bigEndian());
            if (isTable(descriptor, shift, table)) {
                long next = table.layout().address(descriptor);
                if (AddressSizes.exceeds(next, table.outputBits())) {
                    return walk.failStage2(Fault.ADDRESS_SIZE, why, input, tableWrite);
                }
                remember(walk, space, tag, input, shift, next);
                shift -= table.stride();
                at = table.nextDescriptor(next, input, shift);
            } else if (!isLeaf(descriptor, shift, table)) {
                return walk.failStage2(Fault.TRANSLATION, why, input, tableWrite);
            } else {
                Fault fault = check(stage, descriptor, shift, needed, why);
                if (fault != Fault.NONE) {
                    return walk.failStage2(fault, why, input, tableWrite);
                }
                long updated = walk.passive() ? descriptor : updated(stage, descriptor, needed);
                if (updated == descriptor
                        || Flags.update(ram, at, table.bigEndian(), descriptor, updated)) {
                    return leaf(stage, updated, shift);
                }
                if (++attempts == Flags.MOST_ATTEMPTS) {
                    return walk.abortStage2(at, why, input);
                }
            }
        }
    }

    static boolean isTable(long descriptor, int shift, TranslationTable table) {
        return shift > table.pageBits()
                && Descriptor.VALID.isSet(descriptor)
                && Descriptor.TABLE.isSet(descriptor);
    }

    /// A page on the last level, or a block where one may be.
    static boolean isLeaf(long descriptor, int shift, TranslationTable table) {
        boolean page = shift == table.pageBits();
        return Descriptor.VALID.isSet(descriptor)
                && Descriptor.TABLE.isSet(descriptor) == page
                && shift <= table.largestBlock();
    }

    /// The table for all addresses of a region, if it is known and not the first one.
    private long known(long tag, long input, int region, TranslationTable table) {
        return region > table.startShift()
                ? TaggedCache.MISS
                : tables.get(tag, Region.key(input, region));
    }

    private void remember(
            Walk walk, Stage2Space space, long tag, long input, int shift, long next) {
        TranslationTable table = space.stage().table();
        if (shift <= table.pageBits() + 2 * table.stride() && !walk.passive()) {
            space.noteTable(shift);
            tables.put(
                    tag,
                    Region.key(input, shift),
                    TablePointer.of(next, 0),
                    walk.shard(),
                    walk.began());
        }
    }

    private static Fault check(Stage2 stage, long descriptor, int shift, int needed, Origin why) {
        TranslationTable table = stage.table();
        long output = table.layout().address(descriptor) & -1L << shift;
        if (AddressSizes.exceeds(output, table.outputBits())) {
            return Fault.ADDRESS_SIZE;
        }
        if (stage.accessFlagFaults() && !Descriptor.ACCESSED.isSet(descriptor)) {
            return Fault.ACCESS;
        }
        int permissions = Stage2Permissions.of(descriptor, stage.executeByPrivilege());
        if (managed(stage, descriptor)) {
            permissions |= Permissions.forBoth(Permissions.WRITE);
        }
        boolean device =
                why != Origin.INPUT
                        && stage.protectedWalks()
                        && Stage2Attributes.isDevice(
                                (int) MEM_ATTR.get(descriptor), stage.forcedAttributes());
        return device || (permissions & needed) != needed ? Fault.PERMISSION : Fault.NONE;
    }

    /// Whether hardware makes the page writable when it is written to.
    private static boolean managed(Stage2 stage, long descriptor) {
        return stage.hardwareDirtyState() && Descriptor.DIRTY_MANAGED.isSet(descriptor);
    }

    private static long updated(Stage2 stage, long descriptor, int needed) {
        long updated = descriptor;
        if (stage.hardwareAccessFlag()) {
            updated |= Descriptor.ACCESSED.mask();
        }
        if (managed(stage, descriptor) && Permissions.writes(needed)) {
            updated |= Stage2Permissions.WRITABLE.mask();
        }
        return updated;
    }

    private static long leaf(Stage2 stage, long descriptor, int shift) {
        TranslationTable table = stage.table();
        int shareability =
                table.layout().wide()
                        ? stage.shareability()
                        : (int) Descriptor.SHAREABILITY.get(descriptor);
        return Leaf.of(
                table.layout().address(descriptor) & -1L << shift,
                shift,
                Stage2Permissions.of(descriptor, stage.executeByPrivilege()),
                (int) MEM_ATTR.get(descriptor) | shareability << Attributes.SHAREABILITY_AT);
    }
}
