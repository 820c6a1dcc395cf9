package org.vinculum.smmu.walk;

import org.vinculum.smmu.cache.CachedSpace;
import org.vinculum.smmu.cache.Generation;

/// One transaction's way through the tables: what it needs, and what it failed of. Belongs to one thread, which uses it
/// again and again.
public final class Walk {
    private int needed;
    private int incoming;
    private boolean passive;
    private int shard;
    private long began = Generation.NEVER;
    private int log2Whole;
    private long first;

    private Fault fault = Fault.NONE;
    private boolean stage2;
    private Origin origin;
    private long ipa;
    private long fetchAddress;
    private boolean tableWrite;

    /// Begins a transaction, of which nothing is remembered before [#through].
    ///
    /// @param needed bits of [Permissions]; none for one that only looks
    /// @param incoming attributes of the transaction, after overrides
    /// @param passive no flag in a table is set
    public void begin(int needed, int incoming, boolean passive) {
        this.began = Generation.NEVER;
        this.needed = needed;
        this.incoming = incoming;
        this.passive = passive;
        this.first = 0;
        this.log2Whole = 0;
        this.fault = Fault.NONE;
    }

    /// Says where it goes, before anything of that is read: what it finds is remembered if nothing is invalidated there.
    ///
    /// @param ofAll [Generation#ofAll] before the configuration was read
    public void through(CachedSpace space, Generation generation, long ofAll) {
        shard = space.shard();
        began = generation.of(shard, ofAll);
    }

    public int needed() {
        return needed;
    }

    int incoming() {
        return incoming;
    }

    boolean passive() {
        return passive;
    }

    /// Where the invalidations of what it finds are counted.
    public int shard() {
        return shard;
    }

    /// What the count was before anything was read.
    public long began() {
        return began;
    }

    /// Size of the stage 1 page or block, of which stage 2 may map parts alone; 0 where stage 1 does not translate.
    public int log2Whole() {
        return log2Whole;
    }

    /// The leaf of stage 1 alone, 0 where that does not translate.
    public long first() {
        return first;
    }

    void found(long leaf) {
        first = leaf;
        log2Whole = Leaf.log2Size(leaf);
    }

    /// How it failed, [Fault#NONE] as long as it has not.
    public Fault fault() {
        return fault;
    }

    /// Whether at stage 2.
    public boolean stage2() {
        return stage2;
    }

    public Origin origin() {
        return origin;
    }

    /// Input of stage 2 where it failed there.
    public long ipa() {
        return ipa;
    }

    /// Physical address of the descriptor, of [Fault#ABORT].
    public long fetchAddress() {
        return fetchAddress;
    }

    /// Whether stage 1 wanted to set a flag in a table that stage 2 does not let it write.
    public boolean tableWrite() {
        return tableWrite;
    }

    long failStage1(Fault what) {
        fault = what;
        stage2 = false;
        origin = Origin.INPUT;
        ipa = 0;
        return Leaf.FAULT;
    }

    long failStage2(Fault what, Origin why, long input, boolean write) {
        fault = what;
        stage2 = true;
        origin = why;
        ipa = input;
        tableWrite = write;
        return Leaf.FAULT;
    }

    long abortStage1(long descriptor) {
        failStage1(Fault.ABORT);
        origin = Origin.TABLE;
        fetchAddress = descriptor;
        return Leaf.FAULT;
    }

    long abortStage2(long descriptor, Origin why, long input) {
        failStage2(Fault.ABORT, why, input, false);
        fetchAddress = descriptor;
        return Leaf.FAULT;
    }
}
