package org.vinculum.smmu.translation;

import org.vinculum.smmu.cache.Caches;
import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.cache.Stage2Space;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.event.CBadCd;
import org.vinculum.smmu.spec.event.CBadSte;
import org.vinculum.smmu.spec.event.CBadStreamid;
import org.vinculum.smmu.spec.event.CBadSubstreamid;
import org.vinculum.smmu.spec.event.FCdFetch;
import org.vinculum.smmu.spec.event.FSteFetch;
import org.vinculum.smmu.spec.event.FStreamDisabled;
import org.vinculum.smmu.spec.event.FetchAbort;
import org.vinculum.smmu.table.ContextTable;
import org.vinculum.smmu.table.ContextTable.MissingSubstream;
import org.vinculum.smmu.table.EntryDecoder;
import org.vinculum.smmu.table.Stage1;
import org.vinculum.smmu.table.StreamConfig;
import org.vinculum.smmu.table.StreamDecision;
import org.vinculum.smmu.walk.Attributes;
import org.vinculum.smmu.walk.Stage2Walker;
import org.vinculum.smmu.walk.TableMemory;
import org.vinculum.smmu.walk.Walk;

/// Reads what the tables say of a stream and substream, in the order in which the architecture reports what is wrong (IHI
/// 0070, 7.3.22).
final class ConfigurationLookup {
    private final StreamTable streams;
    private final ContextTables contexts;
    private final EntryDecoder decoder;
    private final Caches caches;

    ConfigurationLookup(
            TableMemory memory, Stage2Walker stage2, Identification identification, Caches caches) {
        this.streams = new StreamTable(memory);
        this.contexts = new ContextTables(memory, stage2, identification);
        this.decoder = new EntryDecoder(identification);
        this.caches = caches;
    }

    /// @param ofAll [Generation#ofAll] before anything was read
    Resolution find(Walk walk, Control control, int stream, int substream, long ofAll) {
        return switch (streams.find(control, stream)) {
            case StreamTable.Found.Nothing _ -> badStream(control, stream, substream);
            case StreamTable.Found.Aborted(long address) ->
                    new Resolution.Rejected(
                            new FSteFetch(stream, named(substream), FetchAbort.at(address)), true);
            case StreamTable.Found.Entry(var entry) -> {
                StreamDecision decision = decoder.decide(entry, control.e2h());
                yield decision == null
                        ? new Resolution.Rejected(new CBadSte(stream, named(substream)), true)
                        : decided(walk, stream, substream, decision, ofAll);
            }
        };
    }

    /// The entry of a stream alone; null when there is no valid one.
    StreamDecision entry(Control control, int stream) {
        return streams.find(control, stream) instanceof StreamTable.Found.Entry(var entry)
                ? decoder.decide(entry, control.e2h())
                : null;
    }

    private static Substream named(int substream) {
        return substream < 0 ? Substream.NONE : Substream.of(substream);
    }

    private static Resolution badStream(Control control, int stream, int substream) {
        return control.recordInvalidStreamIds()
                ? new Resolution.Rejected(new CBadStreamid(stream, named(substream)), true)
                : Resolution.Rejected.SILENTLY;
    }

    private Resolution decided(
            Walk walk, int stream, int substream, StreamDecision decision, long ofAll) {
        if (decision.config() == StreamConfig.ABORT) {
            return Resolution.Rejected.SILENTLY;
        }
        ContextTable table = decision.contexts();
        boolean merge = decision.mayMerge();
        if (substream >= 0) {
            if (table == null || substream >>> table.log2Size() != 0 || !table.hasSubstreams()) {
                return new Resolution.Rejected(new CBadSubstreamid(stream, substream), merge);
            }
            boolean taken = substream == 0 && table.missing() == MissingSubstream.USE_SUBSTREAM_0;
            return taken
                    ? new Resolution.Rejected(new FStreamDisabled(stream), merge)
                    : throughContext(walk, stream, substream, decision, ofAll);
        }
        if (table == null) {
            return ready(stream, substream, decision, null, stage2(decision), ofAll);
        }
        if (!table.hasSubstreams()) {
            return throughContext(walk, stream, substream, decision, ofAll);
        }
        return switch (table.missing()) {
            case TERMINATE -> new Resolution.Rejected(new FStreamDisabled(stream), merge);
            case BYPASS_STAGE_1 ->
                    ready(stream, substream, decision, null, stage2(decision), ofAll);
            case USE_SUBSTREAM_0 -> throughContext(walk, stream, substream, decision, ofAll);
        };
    }

    private Stage2Space stage2(StreamDecision decision) {
        return decision.stage2() == null ? null : caches.space(decision.stage2());
    }

    private Resolution throughContext(
            Walk walk, int stream, int substream, StreamDecision decision, long ofAll) {
        boolean merge = decision.mayMerge();
        int index = Math.max(0, substream);
        Stage2Space space = stage2(decision);
        if (space != null) {
            walk.through(space, caches.generation(), ofAll);
        }
        return switch (contexts.find(walk, decision.contexts(), space, index)) {
            case ContextTables.Found.Unreachable _ -> new Resolution.Unreachable(decision);
            case ContextTables.Found.Nothing _ ->
                    new Resolution.Rejected(new CBadSubstreamid(stream, index), merge);
            case ContextTables.Found.Aborted(long address) ->
                    new Resolution.Rejected(
                            new FCdFetch(stream, named(substream), FetchAbort.at(address)), merge);
            case ContextTables.Found.Context(var descriptor) -> {
                Stage1 stage1 = decoder.decide(descriptor, decision);
                yield stage1 == null
                        ? new Resolution.Rejected(new CBadCd(stream, named(substream)), merge)
                        : ready(stream, substream, decision, stage1, space, ofAll);
            }
        };
    }

    private Resolution ready(
            int stream,
            int substream,
            StreamDecision decision,
            Stage1 stage1,
            Stage2Space stage2,
            long ofAll) {
        boolean translates = stage1 != null || stage2 != null;
        int incoming = Attributes.incoming(decision.overrides());
        Configuration configuration =
                new Configuration(
                        stream,
                        substream,
                        decision,
                        translates
                                ? caches.space(stage1, stage2, decision.vmid(), incoming)
                                : null);
        caches.configurations().put(configuration, ofAll);
        return new Resolution.Ready(configuration);
    }
}
