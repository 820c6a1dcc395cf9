package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// One 32-byte record of the Non-secure event queue (IHI 0070, 7.3).
public sealed interface Event
        permits CBadCd,
                CBadSte,
                CBadStreamid,
                CBadSubstreamid,
                EPageRequest,
                FAccess,
                FAddrSize,
                FBadAtsTreq,
                FCdFetch,
                FCfgConflict,
                FPermission,
                FSteFetch,
                FStreamDisabled,
                FTlbConflict,
                FTranslForbidden,
                FTranslation,
                FUut,
                FVmsFetch,
                FWalkEabt,
                ImplementationDefined,
                Reserved {
    /// Bytes of a record.
    int SIZE = 32;

    /// Which event it is: the number in the lowest byte.
    Bits TYPE = bits(7, 0);

    Bits STREAM_ID = bits(63, 32);

    /// 8 bits.
    int type();

    /// 32 bits unsigned.
    int streamId();

    /// The four words of the record.
    ///
    /// @throws IllegalArgumentException when a component has more bits than its field; what an address has outside its
    ///     field is dropped
    Words encode();

    /// Every record is some event. Reserved fields are ignored.
    ///
    /// @param record 4 words
    static Event decode(Words record) {
        int type = (int) TYPE.get(record);
        return switch (type) {
            case FUut.NUMBER -> FUut.from(record);
            case CBadStreamid.NUMBER -> CBadStreamid.from(record);
            case FSteFetch.NUMBER -> FSteFetch.from(record);
            case CBadSte.NUMBER -> CBadSte.from(record);
            case FBadAtsTreq.NUMBER -> FBadAtsTreq.from(record);
            case FStreamDisabled.NUMBER -> FStreamDisabled.from(record);
            case FTranslForbidden.NUMBER -> FTranslForbidden.from(record);
            case CBadSubstreamid.NUMBER -> CBadSubstreamid.from(record);
            case FCdFetch.NUMBER -> FCdFetch.from(record);
            case CBadCd.NUMBER -> CBadCd.from(record);
            case FWalkEabt.NUMBER -> FWalkEabt.from(record);
            case FTranslation.NUMBER -> FTranslation.from(record);
            case FAddrSize.NUMBER -> FAddrSize.from(record);
            case FAccess.NUMBER -> FAccess.from(record);
            case FPermission.NUMBER -> FPermission.from(record);
            case FTlbConflict.NUMBER -> FTlbConflict.from(record);
            case FCfgConflict.NUMBER -> FCfgConflict.from(record);
            case EPageRequest.NUMBER -> EPageRequest.from(record);
            case FVmsFetch.NUMBER -> FVmsFetch.from(record);
            default ->
                    ImplementationDefined.has(type)
                            ? new ImplementationDefined(type, record)
                            : new Reserved(type, record);
        };
    }
}
