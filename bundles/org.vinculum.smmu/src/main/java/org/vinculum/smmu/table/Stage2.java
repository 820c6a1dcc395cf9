package org.vinculum.smmu.table;

/// Stage 2 of a stream: what a stream table entry decides of it.
///
/// @param shareability S2SH0, of pages whose descriptor has none
/// @param accessFlagFaults an access flag of 0 is a fault, unless hardware sets it
/// @param hardwareAccessFlag S2HA
/// @param hardwareDirtyState S2HD, effective
/// @param protectedWalks S2PTW: stage 1 tables and CDs in device memory are a fault
/// @param forcedAttributes S2FWB
/// @param executeByPrivilege IDR3.XNX: the execute permission is of two bits
public record Stage2(
        int vmid,
        TranslationTable table,
        int shareability,
        boolean accessFlagFaults,
        boolean hardwareAccessFlag,
        boolean hardwareDirtyState,
        boolean protectedWalks,
        boolean forcedAttributes,
        boolean executeByPrivilege,
        FaultPolicy faults) {}
