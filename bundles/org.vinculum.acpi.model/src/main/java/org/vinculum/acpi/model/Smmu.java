package org.vinculum.acpi.model;

/// An SMMUv1 or SMMUv2 (DEN0049, 3.1.1.6).
///
/// @param base CPU address of the registers
/// @param span bytes of the registers
/// @param model 0 generic SMMUv1, 1 generic SMMUv2, 2 MMU-400, 3 MMU-500, 4 MMU-401, 5 Cavium ThunderX; 32 bits unsigned
/// @param flags bit 0 [#DVM], bit 1 [#COHERENT_WALK]; the others are reserved
/// @param global NSgIrpt and NSgCfgIrpt, two entries whose count is not stored; none, count 0, when the offset is 0
/// @param context one for each context bank
/// @param pmu one for each counter group
public record Smmu(
        NodeHead head,
        long base,
        long span,
        long model,
        int flags,
        TableArray<Interrupt> global,
        TableArray<Interrupt> context,
        TableArray<Interrupt> pmu,
        TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 3;
    public static final int DVM = 1;
    public static final int COHERENT_WALK = 1 << 1;

    /// A wired interrupt.
    ///
    /// @param gsiv 32 bits unsigned
    /// @param flags bit 0 [#EDGE]; the others are reserved
    public record Interrupt(long gsiv, int flags) {
        /// Bytes of an entry.
        public static final int LENGTH = 8;

        public static final int EDGE = 1;
    }

    public boolean coherentWalk() {
        return (flags & COHERENT_WALK) != 0;
    }

    @Override
    public int type() {
        return TYPE;
    }
}
