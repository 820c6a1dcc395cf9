package org.vinculum.smmu.walk;

import org.vinculum.iommu.Outcome;

/// The way of a transaction through tables and caches, as the side of registers and queues asks for it. Stream IDs are
/// unsigned in an `int`; a substream is -1 when there is none; access is bits of [org.vinculum.iommu.Access].
public interface Translator {
    /// What [#pasidInAnswers] answers when the stream's entry says that answers carry no PASID.
    int WITHOUT_PASID = 0;

    /// The stream's entry says that answers carry the PASID of the request (STE.PPAR).
    int WITH_PASID = 1;

    /// There is no valid entry.
    int NO_VALID_ENTRY = -1;

    /// As [org.vinculum.iommu.IommuModel#translate].
    long translate(int stream, int substream, long address, int access, Outcome outcome);

    /// As [org.vinculum.iommu.IommuModel#requestTranslation].
    long requestTranslation(int stream, int substream, long address, int access, Outcome outcome);

    /// CMD_PREFETCH_CONFIG: fills the configuration cache, without an event whatever happens. Only while SMMUEN.
    void prefetchConfiguration(int stream, int substream);

    /// One address of CMD_PREFETCH_ADDR: fills the caches as a speculative read would, without an event. Only while SMMUEN.
    void prefetchAddress(int stream, int substream, long address);

    /// An ATOS request (IHI 0070, 9.1) that is no INV_REQ. No event, no stall.
    ///
    /// @param stages GATOS_ADDR.TYPE: 1 stage 1, 2 stage 2, 3 both
    /// @param passive GATOS_ADDR.HTTUI: no flag is updated
    /// @return what GATOS_PAR is to show
    long probe(int stream, int substream, long address, int access, int stages, boolean passive);

    /// STE.PPAR, for the automatic answer to a page request with a PASID (IHI 0070, 8.1): [#WITHOUT_PASID], [#WITH_PASID]
    /// or [#NO_VALID_ENTRY].
    int pasidInAnswers(int stream);
}
