package org.vinculum.smmu.table;

/// What a translation-related fault at a stage does to the transaction (IHI 0070, 5.5).
///
/// @param stall it waits, and is always recorded
/// @param record software is told of it
/// @param abort it ends with an abort, else RAZ/WI
public record FaultPolicy(boolean stall, boolean record, boolean abort) {
    /// Where no structure says otherwise.
    public static final FaultPolicy ABORT_AND_RECORD = new FaultPolicy(false, true, true);
}
