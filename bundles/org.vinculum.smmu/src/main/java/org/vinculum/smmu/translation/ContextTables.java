package org.vinculum.smmu.translation;

import org.vinculum.smmu.cache.Stage2Space;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.table.ContextDescriptor;
import org.vinculum.smmu.spec.table.ContextTableDescriptor;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.ContextTable;
import org.vinculum.smmu.walk.Leaf;
import org.vinculum.smmu.walk.Origin;
import org.vinculum.smmu.walk.Permissions;
import org.vinculum.smmu.walk.Stage2Walker;
import org.vinculum.smmu.walk.TableMemory;
import org.vinculum.smmu.walk.Walk;

/// Finds the context descriptor of a substream in a table of one or two levels, through stage 2 where that translates (IHI
/// 0070, 3.3.2).
final class ContextTables {
    private static final int WORDS = ContextDescriptor.SIZE / Long.BYTES;

    private final TableMemory memory;
    private final Stage2Walker stage2;
    private final Identification identification;

    ContextTables(TableMemory memory, Stage2Walker stage2, Identification identification) {
        this.memory = memory;
        this.stage2 = stage2;
        this.identification = identification;
    }

    sealed interface Found {
        record Context(ContextDescriptor descriptor) implements Found {}

        /// The table has no descriptor for the substream.
        record Nothing() implements Found {
            static final Nothing FOUND = new Nothing();
        }

        /// An external abort.
        record Aborted(long address) implements Found {}

        /// A stage 2 fault; the walk knows more.
        record Unreachable() implements Found {
            static final Unreachable FOUND = new Unreachable();
        }
    }

    /// @param space null when stage 2 does not translate
    Found find(Walk walk, ContextTable table, Stage2Space space, int substream) {
        if (!table.twoLevels()) {
            return context(walk, space, table.descriptor(substream));
        }
        Fetched level1 = fetch(walk, space, table.level1Descriptor(substream), 1);
        if (level1.words() == null) {
            return level1.failure();
        }
        ContextTableDescriptor descriptor = new ContextTableDescriptor(level1.words().word(0));
        if (!descriptor.valid() || beyond(descriptor.l2Ptr(), space)) {
            return Found.Nothing.FOUND;
        }
        return context(walk, space, table.level2Descriptor(descriptor.l2Ptr(), substream));
    }

    /// Only a physical address is checked; an intermediate one is for stage 2 to refuse.
    private boolean beyond(long address, Stage2Space space) {
        return space == null
                && identification.minor() > 0
                && AddressSizes.exceeds(address, identification.outputBits());
    }

    private Found context(Walk walk, Stage2Space space, long at) {
        Fetched fetched = fetch(walk, space, at, WORDS);
        return fetched.words() == null
                ? fetched.failure()
                : new Found.Context(new ContextDescriptor(fetched.words()));
    }

    private record Fetched(Words words, Found failure) {}

    private Fetched fetch(Walk walk, Stage2Space space, long at, int words) {
        long physical = at;
        if (space != null) {
            long leaf =
                    stage2.walk(
                            walk,
                            space,
                            at,
                            Permissions.TABLE_READ,
                            Origin.CONTEXT_DESCRIPTOR,
                            false);
            if (leaf == Leaf.FAULT) {
                return new Fetched(null, Found.Unreachable.FOUND);
            }
            physical = Leaf.output(leaf, at);
        }
        Words read = memory.fetch(physical, words);
        return new Fetched(read, read == null ? new Found.Aborted(physical) : null);
    }
}
