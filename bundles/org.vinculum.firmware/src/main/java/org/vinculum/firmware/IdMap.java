package org.vinculum.firmware;

import java.util.List;
import java.util.Optional;

/// A map from the IDs of requesters on a bus to IDs of what stands behind it (`iommu-map`, `msi-map`, IORT mappings).
///
/// @param mask applied to an ID before it is looked up (`iommu-map-mask`); all ones by default
/// @param entries in the firmware's order; the first that matches wins
public record IdMap(int mask, List<Entry> entries) {
    /// A map nobody wrote: every ID passes.
    public static final IdMap NONE = new IdMap(-1, List.of());

    /// @param inputBase first input ID, 32 bits unsigned
    /// @param length how many IDs, at most 2^32; 0 matches nothing
    /// @param target path of the IOMMU or MSI controller
    /// @param outputBase the ID that `inputBase` becomes, 32 bits unsigned
    /// @param outputMask SMR mask (IHI 0062, 10.1) that goes with the output, as in [Master.StreamUse]; 0 for exactly one stream
    /// @param single every input becomes `outputBase` (a single mapping; DEN0049, 3, table 4)
    public record Entry(
            long inputBase,
            long length,
            String target,
            long outputBase,
            int outputMask,
            boolean single) {
        /// An entry whose outputs count up with its inputs.
        public Entry(long inputBase, long length, String target, long outputBase, int outputMask) {
            this(inputBase, length, target, outputBase, outputMask, false);
        }

        /// An entry whose outputs are single streams.
        public Entry(long inputBase, long length, String target, long outputBase) {
            this(inputBase, length, target, outputBase, 0);
        }

        /// How many IDs it puts out, from `outputBase` on.
        public long outputLength() {
            return single ? Math.min(1, length) : length;
        }

        boolean matches(long id) {
            return id >= inputBase && id - inputBase < length;
        }
    }

    /// An ID behind the map. @param id 32 bits unsigned; @param entry what made it
    public record Mapped(String target, long id, Entry entry) {}

    /// Whether an entry's first ID has bits that [#mask()] removes: no ID ever has them, and Linux gives up at such an entry.
    public boolean contradictsMask(Entry entry) {
        return (entry.inputBase() & ~Integer.toUnsignedLong(mask)) != 0;
    }

    /// Maps one ID; empty when no entry matches, which means that the ID passes unchanged and untranslated.
    ///
    /// The search ends at an entry that [#contradictsMask(Entry)]: what stands behind it is not to be relied on.
    ///
    /// @param id 32 bits unsigned
    public Optional<Mapped> map(long id) {
        long masked = id & Integer.toUnsignedLong(mask);
        for (Entry entry : entries) {
            if (contradictsMask(entry)) {
                return Optional.empty();
            }
            if (entry.matches(masked)) {
                long above = entry.single() ? 0 : masked - entry.inputBase();
                long output = (above + entry.outputBase()) & 0xffff_ffffL;
                return Optional.of(new Mapped(entry.target(), output, entry));
            }
        }
        return Optional.empty();
    }
}
