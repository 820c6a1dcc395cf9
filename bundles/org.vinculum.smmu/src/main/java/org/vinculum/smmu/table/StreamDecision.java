package org.vinculum.smmu.table;

import org.vinculum.smmu.spec.table.StreamTableEntry;

/// What a valid stream table entry decides for all substreams of its stream.
///
/// @param entry the words, for the rules of the context descriptors behind it
/// @param stage2 null when it does not translate
/// @param vmid tag of what stage 1 translates alone
/// @param contexts where the context descriptors are; null when stage 1 does not translate
public record StreamDecision(
        StreamTableEntry entry,
        StreamConfig config,
        StreamWorld world,
        Stage2 stage2,
        int vmid,
        ContextTable contexts,
        Overrides overrides,
        int ats,
        boolean mayMerge) {}
