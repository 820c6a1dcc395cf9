package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.cache.AddressSpace;
import org.vinculum.smmu.cache.Caches;
import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.event.FBadAtsTreq;
import org.vinculum.smmu.spec.event.FTranslForbidden;
import org.vinculum.smmu.table.Overrides;
import org.vinculum.smmu.table.StreamConfig;
import org.vinculum.smmu.table.StreamDecision;
import org.vinculum.smmu.walk.Attributes;
import org.vinculum.smmu.walk.Fault;
import org.vinculum.smmu.walk.Leaf;
import org.vinculum.smmu.walk.Permissions;
import org.vinculum.smmu.walk.Walk;
import org.vinculum.smmu.walk.Walker;

/// Translation requests of devices, and transactions that bring the answer to one (IHI 0070, 3.9.1).
final class Ats {
    private static final int NONE = 0;
    private static final int FULL = 1;
    private static final int SPLIT = 2;

    private final ConfigurationLookup lookup;
    private final Caches caches;
    private final Walker walker;
    private final FaultReport report;
    private final FaultSink sink;
    private final Untranslated untranslated;

    Ats(
            ConfigurationLookup lookup,
            Caches caches,
            Walker walker,
            FaultReport report,
            FaultSink sink,
            Untranslated untranslated) {
        this.lookup = lookup;
        this.caches = caches;
        this.walker = walker;
        this.report = report;
        this.sink = sink;
        this.untranslated = untranslated;
    }

    /// What STE.EATS comes to. Split-stage ATS without checks would let IPAs out.
    private static int effective(StreamDecision decision, Control now) {
        return switch (decision.ats()) {
            case FULL -> FULL;
            case SPLIT -> now.atsCheck() ? SPLIT : NONE;
            default -> NONE;
        };
    }

    /// A transaction that is marked as translated.
    long translated(Walk walk, Control now, int stream, long address, int access, Outcome outcome) {
        if (!now.enabled()) {
            return forbidden(stream, address, access);
        }
        if (!now.atsCheck()) {
            return untranslated.translated(address, outcome);
        }
        long ofAll = caches.generation().ofAll();
        StreamDecision decision = lookup.entry(now, stream);
        if (decision == null || decision.config() == StreamConfig.ABORT) {
            return Outcome.ABORT;
        }
        if (decision.config() == StreamConfig.BYPASS) {
            return forbidden(stream, address, access);
        }
        return switch (effective(decision, now)) {
            case FULL -> untranslated.translated(address, outcome);
            case SPLIT -> throughStage2(walk, decision, ofAll, stream, address, access, outcome);
            default -> forbidden(stream, address, access);
        };
    }

    private long forbidden(int stream, long address, int access) {
        sink.record(new FTranslForbidden(stream, (access & Access.WRITE) == 0, address), false);
        return Outcome.ABORT;
    }

    /// Privilege and instruction fetches are not told apart in what is translated already (IHI 0070, 3.9.1.3).
    private long throughStage2(
            Walk walk,
            StreamDecision decision,
            long ofAll,
            int stream,
            long address,
            int access,
            Outcome outcome) {
        int plain = access & (Access.READ | Access.WRITE);
        int overridden = decision.overrides().apply(plain);
        AddressSpace space =
                caches.space(
                        null,
                        caches.space(decision.stage2()),
                        decision.vmid(),
                        Attributes.INCOMING);
        walk.begin(Permissions.needed(overridden), Attributes.INCOMING, false);
        walk.through(space, caches.generation(), ofAll);
        long leaf = walker.walk(walk, space, address);
        if (leaf == Leaf.FAULT) {
            return report.faulted(
                    walk,
                    stream,
                    -1,
                    address,
                    overridden,
                    access,
                    decision.stage2().faults(),
                    decision.mayMerge(),
                    outcome);
        }
        outcome.translated(
                Leaf.attributes(leaf),
                Permissions.asAccess(Leaf.permissions(leaf), false),
                1L << Leaf.log2Size(leaf));
        return Leaf.output(leaf, address);
    }

    /// A translation request. What is denied is not an error: no event says so.
    long request(
            Walk walk,
            Control now,
            int stream,
            int substream,
            long address,
            int access,
            Outcome outcome) {
        outcome.missed();
        if (!now.enabled()) {
            return bad(stream, substream, address, access);
        }
        long ofAll = caches.generation().ofAll();
        StreamDecision decision = lookup.entry(now, stream);
        if (decision == null || decision.config() == StreamConfig.ABORT) {
            return Outcome.ABORT;
        }
        int ats = effective(decision, now);
        if (decision.config() == StreamConfig.BYPASS || ats == NONE) {
            return bad(stream, substream, address, access);
        }
        walk.begin(0, Attributes.INCOMING, false);
        return switch (lookup.find(walk, now, stream, substream, ofAll)) {
            case Resolution.Rejected _ -> Outcome.ABORT;
            case Resolution.Unreachable _ -> refused(walk);
            case Resolution.Ready(var configuration) ->
                    configuration.space() == null
                            ? untranslated.translated(address, outcome)
                            : answered(walk, configuration, ofAll, address, access, ats, outcome);
        };
    }

    private long bad(int stream, int substream, long address, int access) {
        sink.record(
                new FBadAtsTreq(
                        stream,
                        substream < 0 ? Substream.NONE : Substream.of(substream),
                        0,
                        (access & Access.PRIVILEGED) != 0,
                        (access & Access.INSTRUCTION) != 0,
                        (access & Access.WRITE) != 0,
                        (access & Access.READ) != 0,
                        address),
                false);
        return Outcome.ABORT;
    }

    private static long refused(Walk walk) {
        return walk.fault() == Fault.ABORT ? Outcome.ABORT : Outcome.DENIED;
    }

    private long answered(
            Walk walk,
            Configuration configuration,
            long ofAll,
            long address,
            int access,
            int ats,
            Outcome outcome) {
        AddressSpace space = configuration.space();
        long effective = space.effective(address);
        long leaf = mostPermitted(walk, configuration, ofAll, effective, access);
        Overrides overrides = configuration.decision().overrides();
        if (leaf == Leaf.FAULT) {
            return isDeniedByStage1(walk, overrides, access) ? Outcome.DENIED : refused(walk);
        }
        int granted = GrantedPermissions.of(leaf, overrides, access);
        if (granted == 0) {
            return Outcome.DENIED;
        }
        outcome.translated(Leaf.attributes(leaf), granted, 1L << Leaf.log2Size(leaf));
        return ats == SPLIT ? intermediate(walk, effective) : Leaf.output(leaf, effective);
    }

    /// What stage 1 denies is not looked for at stage 2, whose aborts are not seen then (IHI 0070, 3.9.1.2).
    private static boolean isDeniedByStage1(Walk walk, Overrides overrides, int access) {
        return walk.first() != 0 && GrantedPermissions.of(walk.first(), overrides, access) == 0;
    }

    /// Where stage 1 leads, also when S1DSS has it skipped (IHI 0070, 13.6.5).
    private static long intermediate(Walk walk, long address) {
        return walk.first() == 0 ? address : Leaf.output(walk.first(), address);
    }

    /// A request to write makes a page dirty where writing is permitted; where it is not, reading may still be.
    private long mostPermitted(
            Walk walk, Configuration configuration, long ofAll, long address, int access) {
        AddressSpace space = configuration.space();
        int attributes = configuration.attributes();
        if ((access & Access.WRITE) != 0) {
            walk.begin(configuration.needed(Access.WRITE | access), attributes, false);
            walk.through(space, caches.generation(), ofAll);
            long leaf = walker.walk(walk, space, address);
            if (leaf != Leaf.FAULT || walk.fault() != Fault.PERMISSION) {
                return leaf;
            }
        }
        walk.begin(0, attributes, false);
        walk.through(space, caches.generation(), ofAll);
        return walker.walk(walk, space, address);
    }
}
