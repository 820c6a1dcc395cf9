package org.vinculum.scenario.record;

import org.vinculum.smmu.spec.event.CBadCd;
import org.vinculum.smmu.spec.event.CBadSte;
import org.vinculum.smmu.spec.event.CBadStreamid;
import org.vinculum.smmu.spec.event.CBadSubstreamid;
import org.vinculum.smmu.spec.event.EPageRequest;
import org.vinculum.smmu.spec.event.FAccess;
import org.vinculum.smmu.spec.event.FAddrSize;
import org.vinculum.smmu.spec.event.FBadAtsTreq;
import org.vinculum.smmu.spec.event.FCdFetch;
import org.vinculum.smmu.spec.event.FCfgConflict;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FSteFetch;
import org.vinculum.smmu.spec.event.FStreamDisabled;
import org.vinculum.smmu.spec.event.FTlbConflict;
import org.vinculum.smmu.spec.event.FTranslForbidden;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.FUut;
import org.vinculum.smmu.spec.event.FVmsFetch;
import org.vinculum.smmu.spec.event.FWalkEabt;

/// The events by the architecture's names (IHI 0070, 7.3).
public enum EventType {
    F_UUT(FUut.NUMBER),
    C_BAD_STREAMID(CBadStreamid.NUMBER),
    F_STE_FETCH(FSteFetch.NUMBER),
    C_BAD_STE(CBadSte.NUMBER),
    F_BAD_ATS_TREQ(FBadAtsTreq.NUMBER),
    F_STREAM_DISABLED(FStreamDisabled.NUMBER),
    F_TRANSL_FORBIDDEN(FTranslForbidden.NUMBER),
    C_BAD_SUBSTREAMID(CBadSubstreamid.NUMBER),
    F_CD_FETCH(FCdFetch.NUMBER),
    C_BAD_CD(CBadCd.NUMBER),
    F_WALK_EABT(FWalkEabt.NUMBER),
    F_TRANSLATION(FTranslation.NUMBER),
    F_ADDR_SIZE(FAddrSize.NUMBER),
    F_ACCESS(FAccess.NUMBER),
    F_PERMISSION(FPermission.NUMBER),
    F_TLB_CONFLICT(FTlbConflict.NUMBER),
    F_CFG_CONFLICT(FCfgConflict.NUMBER),
    E_PAGE_REQUEST(EPageRequest.NUMBER),
    F_VMS_FETCH(FVmsFetch.NUMBER);

    private final int number;

    EventType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// The name of a number, or the number where the architecture has no name.
    public static String text(long number) {
        for (EventType type : values()) {
            if (type.number == number) {
                return type.name();
            }
        }
        return "0x" + Long.toHexString(number);
    }
}
