package org.vinculum.smmu.cache;

import org.vinculum.iommu.CacheSizes;
import org.vinculum.smmu.table.Stage1;
import org.vinculum.smmu.table.Stage2;
import org.vinculum.smmu.table.StreamWorld;

/// All caches of one SMMU, and what commands make them forget.
public final class Caches implements Invalidation {
    private static final int WITHOUT_VMID = -1;

    private final Generation generation = new Generation();
    private final Spaces spaces = new Spaces();
    private final ConfigurationCache configurations;
    private final RecentTranslations recent;
    private final TaggedCache translations;
    private final TaggedCache stage1Tables;
    private final TaggedCache stage2Tables;
    private final RangeRemoval leaves;
    private final RangeRemoval stage1Pointers;
    private final RangeRemoval stage2Pointers;

    /// Bit n: an invalidation of shard n is under way that [#complete] completes.
    private long rows;

    public Caches(CacheSizes sizes) {
        this.configurations = new ConfigurationCache(sizes.configurations(), generation);
        this.recent = new RecentTranslations(sizes.translations(), generation);
        this.translations = new TaggedCache(sizes.translations(), generation);
        this.stage1Tables = new TaggedCache(sizes.stage1Tables(), generation);
        this.stage2Tables = new TaggedCache(sizes.stage2Tables(), generation);
        this.leaves = new RangeRemoval(translations);
        this.stage1Pointers = new RangeRemoval(stage1Tables);
        this.stage2Pointers = new RangeRemoval(stage2Tables);
    }

    public Generation generation() {
        return generation;
    }

    public ConfigurationCache configurations() {
        return configurations;
    }

    /// [org.vinculum.smmu.walk.Leaf]s as they were answered.
    public RecentTranslations recent() {
        return recent;
    }

    /// [org.vinculum.smmu.walk.Leaf]s of both stages together, by [Region] of the input.
    public TaggedCache translations() {
        return translations;
    }

    /// Next-level tables of stage 1, by [Region] of the input.
    public TaggedCache stage1Tables() {
        return stage1Tables;
    }

    /// Next-level tables of stage 2, by [Region] of the input.
    public TaggedCache stage2Tables() {
        return stage2Tables;
    }

    /// The space of a stage 2.
    public Stage2Space space(Stage2 stage) {
        makeRoom();
        return spaces.stage2(stage);
    }

    /// The space of a configuration.
    ///
    /// @param stage1 null when it does not translate
    /// @param stage2 null when it does not translate
    /// @param vmid of what is tagged with one
    /// @param incoming attributes of transactions after overrides, of which those of the output are made
    public AddressSpace space(Stage1 stage1, Stage2Space stage2, int vmid, int incoming) {
        boolean tagged = stage1 == null || stage1.world() == StreamWorld.EL1;
        makeRoom();
        return spaces.of(stage1, stage2, tagged ? vmid : WITHOUT_VMID, incoming);
    }

    private void makeRoom() {
        if (spaces.full()) {
            generation.beginAll();
            spaces.clear();
            configurations.clear();
            generation.endAll();
        }
    }

    @Override
    public void configurationOfStreams(int from, long count, boolean leaf) {
        generation.beginAll();
        configurations.removeStreams(from, count);
        generation.endAll();
    }

    @Override
    public void allConfiguration() {
        generation.beginAll();
        configurations.clear();
        generation.endAll();
    }

    @Override
    public void configurationOfSubstream(int stream, int substream, boolean leaf) {
        generation.beginAll();
        configurations.remove(stream, substream);
        if (substream == 0) {
            configurations.remove(stream, -1);
        }
        generation.endAll();
    }

    @Override
    public void configurationOfSubstreams(int stream) {
        configurationOfStreams(stream, 1, false);
    }

    @Override
    public void allNonHyp() {
        generation.beginAll();
        spaces.forgetEl1();
        generation.endAll();
    }

    @Override
    public void allEl2() {
        int shard = Generation.shard(WITHOUT_VMID);
        generation.begin(shard);
        for (AddressSpace space : spaces.candidates(WITHOUT_VMID)) {
            if (space.vmid() == WITHOUT_VMID) {
                space.forget();
            }
        }
        generation.end(shard);
    }

    @Override
    public void stage1OfVmid(int vmid) {
        int shard = Generation.shard(vmid);
        generation.begin(shard);
        for (AddressSpace space : spaces.candidates(vmid)) {
            if (space.vmid() == vmid && space.stage1() != null) {
                space.forget();
            }
        }
        generation.end(shard);
    }

    @Override
    public void allOfVmid(int vmid) {
        int shard = Generation.shard(vmid);
        generation.begin(shard);
        for (AddressSpace space : spaces.candidates(vmid)) {
            if (space.vmid() == vmid) {
                space.forget();
            }
        }
        spaces.stage2OfVmid(vmid).forEach(Stage2Space::forget);
        generation.end(shard);
    }

    @Override
    public void asid(int vmid, int asid) {
        int shard = Generation.shard(vmid);
        generation.begin(shard);
        for (AddressSpace space : spaces.candidates(vmid)) {
            if (hasAsid(space, vmid, asid)) {
                space.forget();
            }
        }
        generation.end(shard);
    }

    private static boolean hasAsid(AddressSpace space, int vmid, int asid) {
        Stage1 stage1 = space.stage1();
        return space.vmid() == vmid
                && stage1 != null
                && (asid < 0 || !stage1.world().twoPrivileges() || stage1.asid() == asid);
    }

    @Override
    public void virtualAddresses(int vmid, int asid, long first, long last, boolean leaf) {
        beginRow(Generation.shard(vmid));
        for (AddressSpace space : spaces.candidates(vmid)) {
            // A global page is found whatever its ASID, and whether one is global is not
            // remembered.
            if (hasAsid(space, vmid, -1)) {
                removeStage1(space, first, last, leaf);
            }
        }
    }

    private void beginRow(int shard) {
        long bit = 1L << shard;
        if ((rows & bit) == 0) {
            rows |= bit;
            generation.begin(shard);
        }
    }

    @Override
    public void complete() {
        for (; rows != 0; rows &= rows - 1) {
            generation.end(Long.numberOfTrailingZeros(rows));
        }
    }

    private void removeStage1(AddressSpace space, long first, long last, boolean leaf) {
        long from = space.effective(first);
        long to = space.effective(last);
        boolean done =
                Long.compareUnsigned(from, to) <= 0
                        && leaves.leaves(space, from, to)
                        && (leaf || stage1Pointers.tables(space, from, to));
        if (!done) {
            space.forget();
        }
    }

    @Override
    public void intermediateAddresses(int vmid, long first, long last, boolean leaf) {
        int shard = Generation.shard(vmid);
        generation.begin(shard);
        for (AddressSpace space : spaces.candidates(vmid)) {
            boolean only = space.vmid() == vmid && space.stage1() == null;
            if (only && !leaves.leaves(space, first, last)) {
                space.forget();
            }
        }
        if (!leaf) {
            for (Stage2Space space : spaces.stage2OfVmid(vmid)) {
                if (!stage2Pointers.tables(space, first, last)) {
                    space.forget();
                }
            }
        }
        generation.end(shard);
    }
}
