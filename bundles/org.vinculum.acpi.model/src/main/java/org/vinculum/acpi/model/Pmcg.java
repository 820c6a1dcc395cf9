package org.vinculum.acpi.model;

/// A performance monitor counter group (DEN0049, 3.1.1.7; IHI 0070, 10).
///
/// @param page0 CPU address of register page 0
/// @param overflowGsiv 32 bits unsigned, 0 when it sends MSIs by its one mapping
/// @param nodeReference offset of the node it counts for, from the start of the table
/// @param page1 CPU address of register page 1, from revision 1; 0 before
public record Pmcg(
        NodeHead head,
        long page0,
        long overflowGsiv,
        long nodeReference,
        long page1,
        TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 5;

    @Override
    public int type() {
        return TYPE;
    }
}
