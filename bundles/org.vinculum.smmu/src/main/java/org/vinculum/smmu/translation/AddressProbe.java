package org.vinculum.smmu.translation;

import org.vinculum.smmu.cache.AddressSpace;
import org.vinculum.smmu.cache.Caches;
import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.spec.event.CBadStreamid;
import org.vinculum.smmu.spec.event.FAccess;
import org.vinculum.smmu.spec.event.FAddrSize;
import org.vinculum.smmu.spec.event.FCdFetch;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.FWalkEabt;
import org.vinculum.smmu.spec.register.AtosPar;
import org.vinculum.smmu.table.AddressSizes;
import org.vinculum.smmu.table.StreamConfig;
import org.vinculum.smmu.table.StreamDecision;
import org.vinculum.smmu.walk.Attributes;
import org.vinculum.smmu.walk.Fault;
import org.vinculum.smmu.walk.Leaf;
import org.vinculum.smmu.walk.Origin;
import org.vinculum.smmu.walk.Permissions;
import org.vinculum.smmu.walk.Walk;
import org.vinculum.smmu.walk.Walker;

/// Address translation operations (IHI 0070, 9.1): what a transaction would find, told in a register. Nothing is recorded.
final class AddressProbe {
    private static final int STAGE_1 = 1;
    private static final int STAGE_2 = 2;

    private static final int INV_STAGE = 0xfe;
    private static final int LOG2_SMALLEST = 12;

    private final ConfigurationLookup lookup;
    private final Caches caches;
    private final Walker walker;
    private final int outputBits;

    AddressProbe(ConfigurationLookup lookup, Caches caches, Walker walker, int outputBits) {
        this.outputBits = outputBits;
        this.lookup = lookup;
        this.caches = caches;
        this.walker = walker;
    }

    long probe(
            Walk walk,
            Control now,
            int stream,
            int substream,
            long address,
            int access,
            int stages,
            boolean passive) {
        long ofAll = caches.generation().ofAll();
        walk.begin(0, Attributes.INCOMING, passive);
        StreamDecision decision = lookup.entry(now, stream);
        if (decision != null && !has(decision.config(), stages)) {
            return failure(INV_STAGE, 0, 0);
        }
        if (decision != null && stages == STAGE_2) {
            AddressSpace space =
                    caches.space(
                            null,
                            caches.space(decision.stage2()),
                            decision.vmid(),
                            Attributes.INCOMING);
            return through(walk, space, address, access, stages, passive, ofAll);
        }
        return switch (lookup.find(walk, now, stream, substream, ofAll)) {
            case Resolution.Rejected(var event, _) ->
                    failure(event == null ? CBadStreamid.NUMBER : event.type(), 0, 0);
            case Resolution.Unreachable _ ->
                    stages == STAGE_1 ? failure(FCdFetch.NUMBER, 0, 0) : faulted(walk, stages);
            case Resolution.Ready(Configuration found) ->
                    found.space() == null
                            ? skipped(address)
                            : through(walk, found.space(), address, access, stages, passive, ofAll);
        };
    }

    private static boolean has(StreamConfig config, int stages) {
        return switch (stages) {
            case STAGE_1 -> config.stage1();
            case STAGE_2 -> config.stage2();
            default -> config.nested();
        };
    }

    private long through(
            Walk walk,
            AddressSpace space,
            long address,
            int access,
            int stages,
            boolean passive,
            long ofAll) {
        if (stages == STAGE_1 && space.stage1() == null) {
            return skipped(address);
        }
        long effective = space.effective(address);
        walk.begin(Permissions.needed(access), Attributes.INCOMING, passive);
        walk.through(space, caches.generation(), ofAll);
        long leaf =
                stages == STAGE_1
                        ? walker.walkStage1(walk, space, effective)
                        : walker.walk(walk, space, effective);
        return leaf == Leaf.FAULT
                ? faulted(walk, stages)
                : success(Leaf.output(leaf, effective), Leaf.log2Size(leaf), Leaf.attributes(leaf));
    }

    /// What S1DSS has skipped; the address still has to be one (IHI 0070, 9.1.3).
    private long skipped(long address) {
        return AddressSizes.exceeds(address, outputBits)
                ? failure(FAddrSize.NUMBER, 0, 0)
                : success(address, LOG2_SMALLEST, Attributes.INCOMING);
    }

    /// A size above the smallest is told by the lowest bit that is set in the address (IHI 0070, 6.3.40).
    private static long success(long address, int log2Size, int attributes) {
        boolean large = log2Size > LOG2_SMALLEST;
        long start = address & -1L << log2Size;
        long shown = large ? start | 1L << log2Size - 1 : start;
        return AtosPar.Success.SIZE.of(large)
                | AtosPar.Success.ADDR.inPlace(shown)
                | AtosPar.Success.SH.of(Attributes.shareability(attributes))
                | AtosPar.Success.ATTR.of(Attributes.type(attributes));
    }

    private static long faulted(Walk walk, int stages) {
        if (!walk.stage2()) {
            return failure(code(walk.fault()), 0, 0);
        }
        if (stages == STAGE_1) {
            return failure(FWalkEabt.NUMBER, 0, 0);
        }
        boolean telling = stages != STAGE_2 && walk.fault() != Fault.ABORT;
        return failure(code(walk.fault()), reason(walk.origin()), telling ? walk.ipa() : 0);
    }

    private static int reason(Origin origin) {
        return origin.coded() + 1;
    }

    private static int code(Fault fault) {
        return switch (fault) {
            case ABORT -> FWalkEabt.NUMBER;
            case TRANSLATION -> FTranslation.NUMBER;
            case ADDRESS_SIZE -> FAddrSize.NUMBER;
            case ACCESS -> FAccess.NUMBER;
            case PERMISSION, NONE -> FPermission.NUMBER;
        };
    }

    private static long failure(int code, int reason, long ipa) {
        return AtosPar.FAULT.mask()
                | AtosPar.Failure.REASON.of(reason)
                | AtosPar.Failure.FAULTCODE.of(code)
                | AtosPar.Failure.FADDR.inPlace(ipa);
    }
}
