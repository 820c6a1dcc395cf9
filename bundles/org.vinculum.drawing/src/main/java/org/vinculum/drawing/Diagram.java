package org.vinculum.drawing;

import java.util.List;

/// What the picture shows, before anybody knows where: boxes, the links between them, and what is said below.
///
/// @param summary one line under the title
/// @param shared one line for each group of masters that cannot be told apart
/// @param notes memory that streams reserve; what is not drawn, and why
record Diagram(
        String title,
        String summary,
        List<Box> boxes,
        List<Link> links,
        List<String> shared,
        List<String> notes) {
    /// What a box stands for; it decides the colours.
    enum Kind {
        SMMU_V3("SMMUv3"),
        SMMU_V2("SMMUv1/v2"),
        OTHER_IOMMU("other IOMMU"),
        MASTER("device"),
        BUS("host bridge or bus");

        private final String legend;

        Kind(String legend) {
            this.legend = legend;
        }

        String legend() {
            return legend;
        }

        boolean isIommu() {
            return this == SMMU_V3 || this == SMMU_V2 || this == OTHER_IOMMU;
        }
    }

    /// What a link means; it decides the colour.
    enum Tone {
        PLAIN,
        SHARED,
        FOREIGN
    }

    /// @param name the large text
    /// @param details smaller lines below it
    /// @param tooltip everything that was too long
    /// @param enabled false is drawn dashed
    record Box(Kind kind, String name, List<String> details, String tooltip, boolean enabled) {}

    /// @param from index of a master's or bus's box
    /// @param to index of an IOMMU's box
    /// @param labels lines beside the link, usually stream IDs
    record Link(int from, int to, List<String> labels, Tone tone, boolean enabled) {}
}
