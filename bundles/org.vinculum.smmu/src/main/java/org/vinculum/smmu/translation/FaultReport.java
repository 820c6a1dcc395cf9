package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.event.AccessKind;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FAccess;
import org.vinculum.smmu.spec.event.FAddrSize;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.FWalkEabt;
import org.vinculum.smmu.spec.event.FaultOrigin;
import org.vinculum.smmu.spec.event.FetchAbort;
import org.vinculum.smmu.spec.event.TranslationFault;
import org.vinculum.smmu.table.FaultPolicy;
import org.vinculum.smmu.walk.Fault;
import org.vinculum.smmu.walk.Origin;
import org.vinculum.smmu.walk.Walk;

/// Tells software of a fault that a walk met, and decides what becomes of the transaction (IHI 0070, 3.12 and 5.5).
final class FaultReport {
    private final FaultSink sink;
    private final long outputMask;

    /// @param outputBits of the implementation; an IPA is reported with so many (IHI 0070, 7.3.13)
    FaultReport(FaultSink sink, int outputBits) {
        this.sink = sink;
        this.outputMask = (1L << outputBits) - 1;
    }

    /// Configuration errors: always recorded, always an abort.
    long rejected(Resolution.Rejected rejected) {
        if (rejected.event() != null) {
            sink.record(rejected.event(), rejected.mayMerge());
        }
        return Outcome.ABORT;
    }

    /// @param effective the access after overrides
    /// @param incoming the access before
    /// @return one of [Outcome]'s values for what is not translated
    long faulted(
            Walk walk,
            int stream,
            int substream,
            long address,
            int effective,
            int incoming,
            FaultPolicy policy,
            boolean mayMerge,
            Outcome outcome) {
        if (walk.fault() == Fault.ABORT) {
            sink.record(event(walk, stream, substream, address, effective, false), mayMerge);
            return Outcome.ABORT;
        }
        Event event = event(walk, stream, substream, address, effective, policy.stall());
        if (policy.stall()) {
            int stag = sink.stall(stream, substream, address, incoming, event);
            if (stag < 0) {
                return Outcome.ABORT;
            }
            outcome.stalled(stag);
            return Outcome.STALLED;
        }
        if (policy.record()) {
            sink.record(event, mayMerge);
        }
        return policy.abort() ? Outcome.ABORT : Outcome.IGNORED;
    }

    private Event event(
            Walk walk, int stream, int substream, long address, int access, boolean stall) {
        Substream named = substream < 0 ? Substream.NONE : Substream.of(substream);
        AccessKind kind = kind(access);
        FaultOrigin origin = new FaultOrigin(false, walk.stage2(), walk.origin().coded());
        long ipa = walk.stage2() ? walk.ipa() & outputMask : 0;
        TranslationFault fault =
                stall
                        ? TranslationFault.stalled(0, kind, origin, address, ipa)
                        : TranslationFault.terminated(kind, origin, address, ipa);
        return switch (walk.fault()) {
            case ABORT ->
                    new FWalkEabt(
                            stream,
                            named,
                            FetchAbort.at(walk.fetchAddress()),
                            kind,
                            origin,
                            address);
            case TRANSLATION -> new FTranslation(stream, named, fault);
            case ADDRESS_SIZE -> new FAddrSize(stream, named, fault);
            case ACCESS -> new FAccess(stream, named, fault);
            case PERMISSION ->
                    new FPermission(
                            stream,
                            named,
                            fault,
                            false,
                            false,
                            walk.stage2() && !walk.tableWrite(),
                            false);
            case NONE -> throw new IllegalStateException("no fault");
        };
    }

    private static AccessKind kind(int access) {
        return new AccessKind(
                (access & Access.PRIVILEGED) != 0,
                (access & Access.INSTRUCTION) != 0,
                (access & Access.WRITE) == 0);
    }

    /// F_ADDR_SIZE of an address that nothing translates.
    void tooLarge(int stream, int substream, long address, int access, boolean mayMerge) {
        Substream named = substream < 0 ? Substream.NONE : Substream.of(substream);
        FaultOrigin input = new FaultOrigin(false, false, Origin.INPUT.coded());
        sink.record(
                new FAddrSize(
                        stream,
                        named,
                        TranslationFault.terminated(kind(access), input, address, 0)),
                mayMerge);
    }
}
