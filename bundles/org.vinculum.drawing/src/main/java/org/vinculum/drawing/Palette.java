package org.vinculum.drawing;

import org.vinculum.drawing.Diagram.Kind;
import org.vinculum.drawing.Diagram.Tone;

/// The colours; text on them keeps a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
final class Palette {
    static final String PAPER = "#ffffff";
    static final String INK = "#1b2733";
    static final String SOFT_INK = "#55636f";

    private Palette() {}

    static String fill(Kind kind) {
        return switch (kind) {
            case SMMU_V3 -> "#0b5f6b";
            case SMMU_V2 -> "#2f4f8f";
            case OTHER_IOMMU -> "#e3e6ea";
            case MASTER -> "#f6f8fa";
            case BUS -> "#f3ecfa";
        };
    }

    static String border(Kind kind) {
        return switch (kind) {
            case SMMU_V3 -> "#07434b";
            case SMMU_V2 -> "#21386a";
            case OTHER_IOMMU -> "#8e99a4";
            case MASTER -> "#b4bec8";
            case BUS -> "#a98bc9";
        };
    }

    static String name(Kind kind) {
        return dark(kind) ? "#ffffff" : INK;
    }

    static String detail(Kind kind) {
        return dark(kind) ? "#dbe7ee" : SOFT_INK;
    }

    static String line(Tone tone) {
        return switch (tone) {
            case PLAIN -> "#5b7083";
            case SHARED -> "#c2410c";
            case FOREIGN -> "#a7b0b9";
        };
    }

    static String label(Tone tone) {
        return switch (tone) {
            case PLAIN -> INK;
            case SHARED -> "#9a3412";
            case FOREIGN -> SOFT_INK;
        };
    }

    private static boolean dark(Kind kind) {
        return kind == Kind.SMMU_V3 || kind == Kind.SMMU_V2;
    }
}
