package org.vinculum.acpi.model;

/// One node of an IORT. What this version does not know is an [UnknownNode], so that nothing is lost.
public sealed interface IortNode
        permits ItsGroup, NamedComponent, RootComplex, Smmu, SmmuV3, Pmcg, Rmr, Iwb, UnknownNode {
    NodeHead head();

    /// The type as the table has it, 8 bits (DEN0049, 3, table 2).
    int type();

    /// From IDs of what is behind the node to IDs of what it puts out.
    TableArray<IdMapping> mappings();

    /// Where the node starts, from the start of the table: its identity.
    default long offset() {
        return head().offset();
    }
}
