package org.vinculum.viommu.stall;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.AccessKind;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.TranslationFault;

/// A transaction that waits for the guest.
///
/// @param hostStag the host's name for it, or [#UNKNOWN] after a move to another machine
/// @param event as the guest is told, but for STAG
record Stall(int hostStag, Words event) {
    static final int UNKNOWN = -1;

    private static final long ACCESS =
            AccessKind.PNU.mask() | AccessKind.IND.mask() | AccessKind.RNW.mask();
    private static final long FROM =
            Event.STREAM_ID.mask() | Substream.SSV.mask() | Substream.SUBSTREAM_ID.mask();

    int vsid() {
        return (int) Event.STREAM_ID.get(event);
    }

    /// Whether both are the same access of the same device, as far as records tell.
    boolean same(Words other) {
        return (event.word(0) & FROM) == (other.word(0) & FROM)
                && (event.word(1) & ACCESS) == (other.word(1) & ACCESS)
                && TranslationFault.INPUT_ADDR.get(event) == TranslationFault.INPUT_ADDR.get(other);
    }
}
