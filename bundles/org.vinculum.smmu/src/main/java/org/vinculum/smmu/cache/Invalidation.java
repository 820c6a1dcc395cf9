package org.vinculum.smmu.cache;

/// What commands ask of the caches (IHI 0070, 4.3 and 4.4). Returning from a call completes it, but where it says otherwise: no
/// translation that begins later uses what was to go. One thread calls at a time, beside those that translate.
///
/// Stream and substream IDs, VMIDs and ASIDs are unsigned in an `int`.
public interface Invalidation {
    /// CFGI_STE, CFGI_STE_RANGE: the streams from `first` on, `count` of them.
    ///
    /// @param leaf level-1 descriptors may stay
    void configurationOfStreams(int first, long count, boolean leaf);

    /// CFGI_ALL, and what a change of the stream table's registers asks for.
    void allConfiguration();

    /// CFGI_CD.
    void configurationOfSubstream(int stream, int substream, boolean leaf);

    /// CFGI_CD_ALL.
    void configurationOfSubstreams(int stream);

    /// TLBI_NSNH_ALL.
    void allNonHyp();

    /// TLBI_EL2_ALL.
    void allEl2();

    /// TLBI_NH_ALL: stage 1 and combined entries of a VMID.
    void stage1OfVmid(int vmid);

    /// TLBI_S12_VMALL.
    void allOfVmid(int vmid);

    /// TLBI_NH_ASID, TLBI_EL2_ASID: what is not global.
    ///
    /// @param vmid -1 for EL2
    void asid(int vmid, int asid);

    /// TLBI_NH_VA, TLBI_NH_VAA, TLBI_EL2_VA, TLBI_EL2_VAA. They come in rows, and are complete with [#complete] only.
    ///
    /// @param vmid -1 for EL2
    /// @param asid -1 for all
    /// @param first byte address
    /// @param last byte address of the last byte, unsigned
    /// @param leaf only last-level entries have to go
    void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf);

    /// TLBI_S2_IPA.
    ///
    /// @param first byte address
    /// @param last byte address of the last byte, unsigned
    /// @param leaf only last-level entries have to go
    void intermediateAddresses(int vmid, long first, long last, boolean leaf);

    /// Completes a row of [#virtualAddresses], if there is one.
    void complete();
}
