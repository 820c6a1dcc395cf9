package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.cache.AddressSpace;
import org.vinculum.smmu.cache.Caches;
import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.cache.ConfigurationCache;
import org.vinculum.smmu.cache.Generation;
import org.vinculum.smmu.cache.Invalidation;
import org.vinculum.smmu.cache.RecentTranslations;
import org.vinculum.smmu.cache.Region;
import org.vinculum.smmu.cache.TaggedCache;
import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.table.StreamTableEntry;
import org.vinculum.smmu.table.FaultPolicy;
import org.vinculum.smmu.table.StreamDecision;
import org.vinculum.smmu.walk.Attributes;
import org.vinculum.smmu.walk.Leaf;
import org.vinculum.smmu.walk.Permissions;
import org.vinculum.smmu.walk.Stage2Walker;
import org.vinculum.smmu.walk.TableMemory;
import org.vinculum.smmu.walk.Translation;
import org.vinculum.smmu.walk.Translator;
import org.vinculum.smmu.walk.Walk;
import org.vinculum.smmu.walk.Walker;

/// Answers transactions. What is in the caches is answered without a lock and without allocation; what is not is looked for
/// in the tables.
public final class TranslationEngine implements Translator {
    private final CurrentControl control;
    private final Caches caches;
    private final Generation generation;
    private final RecentTranslations recent;
    private final ConfigurationCache configurations;
    private final TaggedCache translations;
    private final ConfigurationLookup lookup;
    private final Walker walker;
    private final FaultReport report;
    private final Untranslated untranslated;
    private final Ats ats;
    private final AddressProbe probe;
    private final Walks walks = new Walks();

    public TranslationEngine(
            Identification identification,
            PhysicalMemory memory,
            CurrentControl control,
            FaultSink sink,
            CacheSizes sizes) {
        this.control = control;
        this.caches = new Caches(sizes);
        this.generation = caches.generation();
        this.recent = caches.recent();
        this.configurations = caches.configurations();
        this.translations = caches.translations();
        TableMemory tables = new TableMemory(memory);
        int outputBits = identification.outputBits();
        Stage2Walker stage2 = new Stage2Walker(tables, caches.stage2Tables());
        this.lookup = new ConfigurationLookup(tables, stage2, identification, caches);
        this.walker = new Walker(tables, caches.stage1Tables(), stage2, outputBits);
        this.report = new FaultReport(sink, outputBits);
        this.untranslated = new Untranslated(identification, report);
        this.ats = new Ats(lookup, caches, walker, report, sink, untranslated);
        this.probe = new AddressProbe(lookup, caches, walker, outputBits);
    }

    /// Makes the translation side of a model with such caches.
    public static Translation.Maker maker(CacheSizes sizes) {
        return (identification, memory, control, faults) -> {
            var engine = new TranslationEngine(identification, memory, control, faults, sizes);
            return new Translation(engine, engine.invalidation());
        };
    }

    /// What commands ask of the caches.
    public Invalidation invalidation() {
        return caches;
    }

    @Override
    public long translate(int stream, int substream, long address, int access, Outcome outcome) {
        Control now = control.get();
        if (now.enabled()) {
            long leaf = recent.get(stream, substream, address, access);
            if (leaf != RecentTranslations.MISS) {
                return remembered(leaf, Leaf.permissions(leaf), address, outcome);
            }
        }
        return unknown(now, stream, substream, address, access, outcome);
    }

    private long unknown(
            Control now, int stream, int substream, long address, int access, Outcome outcome) {
        outcome.missed();
        if ((access & Access.TRANSLATED) != 0) {
            return ats.translated(walks.get(), now, stream, address, access, outcome);
        }
        if (!now.enabled()) {
            return untranslated.disabled(now, address, outcome);
        }
        long ofAll = generation.ofAll();
        Configuration configuration = configurations.get(stream, substream);
        if (configuration != null && configuration.space() != null) {
            AddressSpace space = configuration.space();
            long began = generation.of(space.shard(), ofAll);
            long leaf = cached(space, space.effective(address));
            int needed = configuration.needed(access);
            if (leaf != TaggedCache.MISS && Leaf.permits(leaf, needed)) {
                int granted = granted(leaf, needed);
                long known = Leaf.granting(leaf, granted);
                recent.put(stream, substream, address, access, known, space.shard(), began);
                return remembered(leaf, granted, address, outcome);
            }
        }
        return slowly(now, ofAll, configuration, stream, substream, address, access, outcome);
    }

    private long cached(AddressSpace space, long effective) {
        long tag = space.tag();
        for (long sizes = space.leafSizes(); sizes != 0; sizes &= sizes - 1) {
            int log2Size = Long.numberOfTrailingZeros(sizes);
            long leaf = translations.get(tag, Region.key(effective, log2Size));
            if (leaf != TaggedCache.MISS) {
                return leaf;
            }
        }
        return TaggedCache.MISS;
    }

    private static int granted(long leaf, int needed) {
        return Permissions.asAccess(Leaf.permissions(leaf), Permissions.isPrivileged(needed));
    }

    private static long remembered(long leaf, int granted, long address, Outcome outcome) {
        outcome.remembered(Leaf.attributes(leaf), granted, 1L << Leaf.log2Size(leaf));
        return Leaf.output(leaf, address);
    }

    private static long answer(long leaf, int granted, long address, Outcome outcome) {
        outcome.translated(Leaf.attributes(leaf), granted, 1L << Leaf.log2Size(leaf));
        return Leaf.output(leaf, address);
    }

    private long slowly(
            Control now,
            long ofAll,
            Configuration known,
            int stream,
            int substream,
            long address,
            int access,
            Outcome outcome) {
        Walk walk = walks.get();
        Configuration configuration = known;
        if (configuration == null) {
            walk.begin(0, Attributes.INCOMING, false);
            switch (lookup.find(walk, now, stream, substream, ofAll)) {
                case Resolution.Rejected rejected -> {
                    return report.rejected(rejected);
                }
                case Resolution.Unreachable(var decision) -> {
                    return unreachable(walk, decision, stream, substream, address, access, outcome);
                }
                case Resolution.Ready(var ready) -> configuration = ready;
            }
        }
        return configuration.space() == null
                ? untranslated.bypassed(configuration, stream, substream, address, access, outcome)
                : walked(walk, configuration, ofAll, stream, substream, address, access, outcome);
    }

    private long unreachable(
            Walk walk,
            StreamDecision decision,
            int stream,
            int substream,
            long address,
            int access,
            Outcome outcome) {
        return report.faulted(
                walk,
                stream,
                substream,
                address,
                decision.overrides().apply(access),
                access,
                decision.stage2().faults(),
                decision.mayMerge(),
                outcome);
    }

    private long walked(
            Walk walk,
            Configuration configuration,
            long ofAll,
            int stream,
            int substream,
            long address,
            int access,
            Outcome outcome) {
        AddressSpace space = configuration.space();
        long effective = space.effective(address);
        int needed = configuration.needed(access);
        long leaf = fill(walk, configuration, effective, needed, ofAll);
        if (leaf == Leaf.FAULT) {
            StreamDecision decision = configuration.decision();
            return report.faulted(
                    walk,
                    stream,
                    substream,
                    address,
                    decision.overrides().apply(access),
                    access,
                    policy(walk, space),
                    decision.mayMerge(),
                    outcome);
        }
        return answer(leaf, granted(leaf, needed), address, outcome);
    }

    /// Walks, and remembers what was found.
    private long fill(
            Walk walk, Configuration configuration, long effective, int needed, long ofAll) {
        AddressSpace space = configuration.space();
        walk.begin(needed, configuration.attributes(), false);
        walk.through(space, generation, ofAll);
        long tag = space.tag();
        long leaf = walker.walk(walk, space, effective);
        if (leaf != Leaf.FAULT) {
            int log2Size = Leaf.log2Size(leaf);
            space.noteLeaf(log2Size, walk.log2Whole());
            translations.put(
                    tag, Region.key(effective, log2Size), leaf, space.shard(), walk.began());
        }
        return leaf;
    }

    private static FaultPolicy policy(Walk walk, AddressSpace space) {
        if (walk.stage2()) {
            return space.stage2().stage().faults();
        }
        return space.stage1() == null ? FaultPolicy.ABORT_AND_RECORD : space.stage1().faults();
    }

    @Override
    public long requestTranslation(
            int stream, int substream, long address, int access, Outcome outcome) {
        return ats.request(walks.get(), control.get(), stream, substream, address, access, outcome);
    }

    @Override
    public void prefetchConfiguration(int stream, int substream) {
        configuration(walks.get(), stream, substream, generation.ofAll());
    }

    @Override
    public void prefetchAddress(int stream, int substream, long address) {
        Walk walk = walks.get();
        long ofAll = generation.ofAll();
        Configuration found = configuration(walk, stream, substream, ofAll);
        if (found != null && found.space() != null) {
            fill(walk, found, found.space().effective(address), 0, ofAll);
        }
    }

    /// The configuration of a stream, without an event when there is none.
    private Configuration configuration(Walk walk, int stream, int substream, long ofAll) {
        Configuration known = configurations.get(stream, substream);
        if (known != null) {
            return known;
        }
        walk.begin(0, Attributes.INCOMING, false);
        return lookup.find(walk, control.get(), stream, substream, ofAll)
                        instanceof Resolution.Ready(var ready)
                ? ready
                : null;
    }

    @Override
    public long probe(
            int stream, int substream, long address, int access, int stages, boolean passive) {
        return probe.probe(
                walks.get(), control.get(), stream, substream, address, access, stages, passive);
    }

    @Override
    public int pasidInAnswers(int stream) {
        StreamDecision decision = lookup.entry(control.get(), stream);
        if (decision == null) {
            return NO_VALID_ENTRY;
        }
        return decision.entry().has(StreamTableEntry.PPAR) ? WITH_PASID : WITHOUT_PASID;
    }
}
