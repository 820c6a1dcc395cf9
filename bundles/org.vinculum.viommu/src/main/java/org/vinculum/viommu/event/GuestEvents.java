package org.vinculum.viommu.event;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.encoding.FaultClass;
import org.vinculum.smmu.spec.event.CBadCd;
import org.vinculum.smmu.spec.event.CBadSte;
import org.vinculum.smmu.spec.event.CBadStreamid;
import org.vinculum.smmu.spec.event.CBadSubstreamid;
import org.vinculum.smmu.spec.event.EPageRequest;
import org.vinculum.smmu.spec.event.Event;
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
import org.vinculum.smmu.spec.event.FaultOrigin;
import org.vinculum.smmu.spec.event.FetchAbort;
import org.vinculum.smmu.spec.event.ImplementationDefined;
import org.vinculum.smmu.spec.event.Reserved;
import org.vinculum.smmu.spec.event.TranslationFault;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.StreamDecision;

/// Says what an SMMU without stage 2 would have recorded where a host recorded something (IHI 0070, 3.12, 7.3).
///
/// A record is made anew from fields that the guest may know: its stream ID, what its device sent, and guest physical addresses.
/// Host physical addresses and implementation defined reasons are zero.
final class GuestEvents {
    private final Shown shown;
    private final GuestRegisters registers;

    GuestEvents(Shown shown, GuestRegisters registers) {
        this.shown = shown;
        this.registers = registers;
    }

    /// @param record 4 words of a host's queue
    /// @return what the guest is told, with the STAG of the host; null when that is nothing
    Event of(GuestStream stream, Words record) {
        int vsid = stream.vsid().value();
        return switch (Event.decode(record)) {
            case CBadSte bad -> badEntry(stream, bad.substream());
            case CBadCd bad -> new CBadCd(vsid, bad.substream());
            case CBadSubstreamid bad -> new CBadSubstreamid(vsid, bad.substreamId());
            case FStreamDisabled _ -> new FStreamDisabled(vsid);
            case FCdFetch abort -> new FCdFetch(vsid, abort.substream(), FetchAbort.at(0));
            case FWalkEabt abort -> walkAbort(vsid, abort);
            case FTranslation(_, var from, var fault) ->
                    fault.origin().s2()
                            ? stage2(stream, from, fault)
                            : new FTranslation(vsid, from, stage1(fault));
            case FAddrSize(_, var from, var fault) ->
                    fault.origin().s2()
                            ? stage2(stream, from, fault)
                            : new FAddrSize(vsid, from, stage1(fault));
            case FAccess(_, var from, var fault) ->
                    fault.origin().s2()
                            ? stage2(stream, from, fault)
                            : new FAccess(vsid, from, stage1(fault));
            case FPermission fault -> permission(stream, fault);
            case FUut(_, var from, _, var access, var address) ->
                    new FUut(vsid, from, 0, access, address);
            case FTlbConflict conflict -> conflict(vsid, conflict);
            case FBadAtsTreq(_, var from, var span, var p, var x, var w, var r, var at) ->
                    new FBadAtsTreq(vsid, from, span, p, x, w, r, at);
            case FTranslForbidden(_, var rnw, var address) ->
                    stream.trusted() ? null : new FTranslForbidden(vsid, rnw, address);
            case EPageRequest hint -> hint(vsid, hint);
            case CBadStreamid _,
                    FSteFetch _,
                    FVmsFetch _,
                    FCfgConflict _,
                    ImplementationDefined _,
                    Reserved _ ->
                    null;
        };
    }

    /// The host knows only that there is no valid entry; why is known here.
    private Event badEntry(GuestStream stream, Substream from) {
        int vsid = stream.vsid().value();
        return switch (stream.decision()) {
            case StreamDecision.BadEntry _ -> new CBadSte(vsid, from);
            case StreamDecision.NoEntry _ ->
                    registers.recordsBadStreamIds() ? new CBadStreamid(vsid, from) : null;
            case StreamDecision.Unreachable(long address) ->
                    new FSteFetch(vsid, from, FetchAbort.at(address));
            case StreamDecision.Valid _ -> null;
        };
    }

    private static TranslationFault stage1(TranslationFault fault) {
        return new TranslationFault(
                fault.stall() ? fault.stag() : 0,
                fault.stall(),
                fault.access(),
                stage1(fault.origin().faultClass()),
                0,
                fault.inputAddr(),
                0);
    }

    private static FaultOrigin stage1(int faultClass) {
        return new FaultOrigin(false, false, faultClass);
    }

    private Event permission(GuestStream stream, FPermission record) {
        if (record.fault().origin().s2()) {
            return stage2(stream, record.substream(), record.fault());
        }
        return new FPermission(
                stream.vsid().value(),
                record.substream(),
                stage1(record.fault()),
                record.dirtyBit(),
                false,
                false,
                false);
    }

    /// Where stage 2 does not lead on, the guest has put one of its tables where no memory is. That its device's address leads
    /// nowhere is nothing an SMMU would know, unless it is too large.
    private Event stage2(GuestStream stream, Substream from, TranslationFault fault) {
        int vsid = stream.vsid().value();
        return switch (FaultClass.of(fault.origin().faultClass())) {
            case CD -> new FCdFetch(vsid, from, FetchAbort.at(fault.ipa()));
            case TT ->
                    new FWalkEabt(
                            vsid,
                            from,
                            FetchAbort.at(fault.ipa()),
                            fault.access(),
                            stage1(FaultClass.TT.ordinal()),
                            fault.inputAddr());
            case IN, RESERVED ->
                    fault.ipa() >>> shown.outputBits() == 0
                            ? null
                            : new FAddrSize(vsid, from, tooLarge(fault));
        };
    }

    private static TranslationFault tooLarge(TranslationFault fault) {
        return TranslationFault.terminated(
                fault.access(), stage1(FaultClass.IN.ordinal()), fault.inputAddr(), 0);
    }

    /// An abort in stage 2's own tables is the hypervisor's; in what they were walked for, the guest cannot go on either.
    private static Event walkAbort(int vsid, FWalkEabt abort) {
        int faultClass = abort.origin().faultClass();
        if (abort.origin().s2() && faultClass == FaultClass.CD.ordinal()) {
            return new FCdFetch(vsid, abort.substream(), FetchAbort.at(0));
        }
        if (abort.origin().s2() && faultClass != FaultClass.TT.ordinal()) {
            return null;
        }
        return new FWalkEabt(
                vsid,
                abort.substream(),
                FetchAbort.at(0),
                abort.access(),
                stage1(faultClass),
                abort.inputAddr());
    }

    private static Event conflict(int vsid, FTlbConflict conflict) {
        return conflict.s2()
                ? null
                : new FTlbConflict(
                        vsid,
                        conflict.substream(),
                        0,
                        conflict.access(),
                        false,
                        false,
                        conflict.inputAddr(),
                        0);
    }

    private static Event hint(int vsid, EPageRequest hint) {
        return new EPageRequest(
                vsid,
                hint.substream(),
                hint.ux(),
                hint.uw(),
                hint.ur(),
                hint.px(),
                hint.pw(),
                hint.pr(),
                hint.span(),
                hint.inputAddr());
    }
}
