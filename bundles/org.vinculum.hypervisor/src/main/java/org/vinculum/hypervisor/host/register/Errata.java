package org.vinculum.hypervisor.host.register;

import org.vinculum.smmu.spec.register.Iidr;

/// Errata that IIDR tells, as far as the driver has to care. It never signals with SEV and never prefetches, so that
/// MMU-600's 1076982 and HiSilicon's 161010701 need no word here.
///
/// @param againstNesting number of the erratum by which stage 1 does not work over stage 2; empty where it does
/// @param longestBatch commands that may follow each other without a CMD_SYNC: 63 with MMU-700's 2812531
public record Errata(String againstNesting, int longestBatch) {
    private static final String NONE = "";
    private static final String OF_MMU_600 = "1209401";
    private static final String OF_MMU_700 = "2268618";

    private static final int ARM = 0x43b;
    private static final int MMU_600 = 0x483;
    private static final int MMU_700 = 0x487;
    private static final int BEFORE_LAST_OF_BATCH = 63;

    public static Errata of(Iidr iidr) {
        if (iidr.get(Iidr.IMPLEMENTER) != ARM) {
            return new Errata(NONE, Integer.MAX_VALUE);
        }
        int variant = iidr.get(Iidr.VARIANT);
        return switch (iidr.get(Iidr.PRODUCT_ID)) {
            case MMU_600 -> new Errata(variant >= 2 ? NONE : OF_MMU_600, Integer.MAX_VALUE);
            case MMU_700 ->
                    new Errata(
                            variant >= 1 && iidr.get(Iidr.REVISION) >= 1 ? NONE : OF_MMU_700,
                            BEFORE_LAST_OF_BATCH);
            default -> new Errata(NONE, Integer.MAX_VALUE);
        };
    }

    /// Whether stage 1 works over stage 2.
    public boolean nesting() {
        return againstNesting.isEmpty();
    }
}
