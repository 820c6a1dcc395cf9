package org.vinculum.smmu.fault;

import org.vinculum.smmu.spec.Words;

/// A transaction that waits for software.
///
/// @param substreamId -1 for none
/// @param event the record that tells software of it, with its STAG
record StalledTransaction(
        int streamId, int substreamId, long address, int access, int stag, Words event) {}
