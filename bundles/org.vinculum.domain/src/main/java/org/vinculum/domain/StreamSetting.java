package org.vinculum.domain;

/// What becomes of a stream's transactions at stage 1; stage 2 is the hypervisor's and not spoken of.
public sealed interface StreamSetting {
    /// They abort, and nobody is told (STE.Config 0b000).
    record Abort() implements StreamSetting {}

    /// They are guest physical already.
    record Bypass() implements StreamSetting {}

    /// They abort, and the host records C_BAD_STE for each (STE.V 0).
    record Invalid() implements StreamSetting {}

    /// The guest's stage 1 translates them.
    ///
    /// Whatever else the words hold is dropped: of word 0 S1Fmt, S1ContextPtr and S1CDMax reach the host, of word 1 S1DSS,
    /// S1CIR, S1COR, S1CSH and S1STALLD (IHI 0070, 5.2), and MEV, which lets the host merge records.
    ///
    /// @param word0 of the guest's STE
    /// @param word1 of the guest's STE
    /// @param ats the device may ask for translations
    record Stage1(long word0, long word1, boolean ats) implements StreamSetting {}
}
