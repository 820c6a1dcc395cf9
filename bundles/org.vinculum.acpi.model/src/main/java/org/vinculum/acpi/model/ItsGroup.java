package org.vinculum.acpi.model;

/// ITSs that can be used for one another (DEN0049, 3.1.1.1).
///
/// @param identifiers of the GIC ITSs as in the MADT, 32 bits
/// @param mappings none is defined
public record ItsGroup(
        NodeHead head, TableArray<Integer> identifiers, TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 0;

    @Override
    public int type() {
        return TYPE;
    }
}
