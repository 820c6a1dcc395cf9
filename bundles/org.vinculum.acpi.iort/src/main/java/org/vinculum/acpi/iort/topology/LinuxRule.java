package org.vinculum.acpi.iort.topology;

/// How Linux reads a table where DEN0049 leaves room, or where tables in the field go another way.
///
/// The topology follows these rules, because they decide what a machine does; `check` reports each by its code.
/// Functions are those of Linux's `drivers/acpi/arm64/iort.c`.
enum LinuxRule {
    /// A single mapping of a named component or a root complex holds every input ID.
    SINGLE_IGNORES_RANGE("iort-single-range", "iort_id_map"),
    /// A single mapping of any other node is passed over when IDs are translated.
    SINGLE_NEEDS_DEVICE("iort-single-misplaced", "iort_id_map"),
    /// A hit on the last ID of a range yields to a later mapping that starts at that ID.
    LAST_ID_YIELDS("iort-off-by-one", "iort_id_map"),
    /// Of several mappings that hold an ID otherwise, the first wins.
    FIRST_WINS("iort-overlap", "iort_id_map"),
    /// A range whose end is past 32 bits is compared with its wrapped end and holds no ID.
    WRAPPED_RANGE_IS_EMPTY("iort-input-wrap", "iort_id_map"),
    /// An ID that no mapping holds passes unchanged, to no node.
    NO_MATCH_PASSES("map-partial", "iort_node_map_id"),
    /// A node whose first mapping leads to offset 0 translates nothing at all.
    NULL_REFERENCE_ENDS("iort-reference-null", "iort_node_map_id"),
    /// The mapping that an SMMUv3's or PMCG's own MSIs use is no mapping for what is behind the node.
    OWN_MAPPING_IS_SKIPPED("iort-index-mapping", "iort_node_map_id"),
    /// An SMMUv3 has an index of its own mapping from revision 1; below 5 only with an interrupt unwired, then by a flag.
    DEVICE_ID_INDEX("iort-index-ignored", "iort_get_id_mapping_index"),
    /// A platform device has the streams of its single mappings, from the first on, up to the first that gives none.
    COMPONENT_NEEDS_SINGLE("iort-component-range", "iort_nc_iommu_map"),
    /// The first root complex of a segment is the only one.
    FIRST_SEGMENT_WINS("iort-segment-duplicate", "iort_match_node_callback"),
    /// A device is found by the exact text of its full path, four characters to each name.
    NAME_IS_EXACT("iort-name-short", "iort_match_node_callback"),
    /// Reserved memory counts from table revision 5.
    RMR_NEEDS_REVISION_5("iort-rmr-revision", "iort_find_rmrs"),
    /// Reserved memory that is not aligned to 64 KiB is widened to whole pages.
    RMR_IS_WIDENED("iort-rmr-unaligned", "iort_rmr_alloc"),
    /// A root complex has an address limit from node revision 1.
    LIMIT_NEEDS_REVISION_1("iort-limit-ignored", "rc_dma_get_range");

    private final String code;
    private final String function;

    LinuxRule(String code, String function) {
        this.code = code;
        this.function = function;
    }

    /// The finding that reports a table which depends on the rule (`docs/findings.md`).
    String code() {
        return code;
    }

    /// The function of `iort.c` that does it.
    String function() {
        return function;
    }
}
