package org.vinculum.acpi.iort.json;

import java.util.List;

/// The names that DEN0049 gives to the numbers 0, 1, 2, … of one field, as JSON spells them.
final class Names {
    static final Names NODE_TYPES =
            of(
                    "its-group",
                    "named-component",
                    "root-complex",
                    "smmu",
                    "smmuv3",
                    "pmcg",
                    "rmr",
                    "iwb");

    static final Names SMMU_MODELS =
            of("smmuv1", "smmuv2", "mmu-400", "mmu-500", "mmu-401", "thunderx");

    static final Names SMMUV3_MODELS = of("generic", "hi161x", "cn99xx");

    /// Of the accesses to reserved memory.
    static final Names ATTRIBUTES =
            of(
                    "Device-nGnRnE",
                    "Device-nGnRE",
                    "Device-nGRE",
                    "Device-GRE",
                    "Normal-NC",
                    "Normal-WB-ISh");

    /// Bits of the allocation hints.
    static final Names HINTS = of("transient", "write-allocate", "read-allocate", "override");

    static final Names TRIGGERS = of("level", "edge");

    private final List<String> all;

    private Names(List<String> all) {
        this.all = all;
    }

    private static Names of(String... names) {
        return new Names(List.of(names));
    }

    List<String> all() {
        return all;
    }

    /// The name of a number; null when it has none.
    String name(long number) {
        return number >= 0 && number < all.size() ? all.get((int) number) : null;
    }

    /// The number of a name; -1 when there is none.
    int number(String name) {
        return all.indexOf(name);
    }

    /// `"generic", "hi161x" or "cn99xx"`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            String separator = i == 0 ? "" : i == all.size() - 1 ? " or " : ", ";
            text.append(separator).append('"').append(all.get(i)).append('"');
        }
        return text.toString();
    }
}
