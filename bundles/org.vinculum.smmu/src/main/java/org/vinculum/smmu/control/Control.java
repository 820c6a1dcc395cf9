package org.vinculum.smmu.control;

/// What the registers tell the translation side, at one moment. Replaced as a whole when a register changes, so that a
/// transaction sees one state of them.
///
/// @param enabled CR0.SMMUEN, acknowledged
/// @param atsCheck CR0.ATSCHK
/// @param e2h CR2.E2H
/// @param recordInvalidStreamIds CR2.RECINVSID
/// @param privateTlb CR2.PTM
/// @param streamTable STRTAB_BASE.ADDR as an address, aligned as the table's size asks
/// @param streamTableLog2Size STRTAB_BASE_CFG.LOG2SIZE, at most SIDSIZE
/// @param split STRTAB_BASE_CFG.SPLIT of a two-level table, 0 of a linear one
/// @param gbpa GBPA without UPDATE
public record Control(
        boolean enabled,
        boolean atsCheck,
        boolean e2h,
        boolean recordInvalidStreamIds,
        boolean privateTlb,
        long streamTable,
        int streamTableLog2Size,
        int split,
        int gbpa) {}
