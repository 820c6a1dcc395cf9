package org.vinculum.smmu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a count of invalidations lets into a cache.
class GenerationTests {
    private static final int SHARD = 5;
    private static final int OTHER = 6;

    private final Generation generation = new Generation();

    private long now() {
        return generation.of(SHARD, generation.ofAll());
    }

    @Test
    void admitsWhatWasReadSinceTheLastInvalidation() {
        generation.begin(SHARD);
        generation.end(SHARD);
        generation.beginAll();
        generation.endAll();

        assertThat(generation.admits(SHARD, now())).isTrue();
        assertThat(generation.admits(generation.ofAll())).isTrue();
    }

    @Test
    void refusesWhatWasReadBeforeAnInvalidationBegan() {
        long began = now();
        generation.begin(SHARD);

        assertThat(generation.admits(SHARD, began)).isFalse();
    }

    @Test
    void refusesWhatWasReadWhileOneWasUnderWay() {
        generation.begin(SHARD);
        long began = now();
        assertThat(generation.admits(SHARD, began)).isFalse();
        generation.end(SHARD);

        assertThat(generation.admits(SHARD, began)).isFalse();
    }

    @Test
    void refusesWhatWasReadWhileOneOfSeveralWasUnderWay() {
        generation.begin(SHARD);
        generation.begin(SHARD);
        generation.end(SHARD);

        assertThat(generation.admits(SHARD, now())).isFalse();
    }

    @Test
    void refusesWhatWasReadBeforeOrWhileSomethingWasInvalidatedForAll() {
        long before = now();
        long configurationBefore = generation.ofAll();
        generation.beginAll();
        long during = now();
        long configurationDuring = generation.ofAll();

        assertThat(generation.admits(SHARD, before)).isFalse();
        assertThat(generation.admits(SHARD, during)).isFalse();
        assertThat(generation.admits(configurationBefore)).isFalse();
        assertThat(generation.admits(configurationDuring)).isFalse();
        generation.endAll();
        assertThat(generation.admits(SHARD, during)).isFalse();
        assertThat(generation.admits(configurationDuring)).isFalse();
    }

    @Test
    void doesNotAskAboutAnotherShard() {
        long began = now();
        generation.begin(OTHER);
        assertThat(generation.admits(SHARD, began)).isTrue();
        generation.end(OTHER);

        assertThat(generation.admits(SHARD, began)).isTrue();
        assertThat(generation.admits(generation.ofAll())).isTrue();
    }

    @Test
    void aConfigurationThatWasReadEarlierCountsFromThere() {
        long ofAll = generation.ofAll();
        generation.beginAll();
        generation.endAll();

        assertThat(generation.admits(SHARD, generation.of(SHARD, ofAll))).isFalse();
    }

    @Test
    void nothingIsAdmittedForNever() {
        for (int shard = 0; shard < Generation.SHARDS; shard++) {
            assertThat(generation.admits(shard, Generation.NEVER)).isFalse();
        }
        assertThat(generation.admits(Generation.NEVER)).isFalse();
    }

    @Test
    void everyVmidHasAShardAndSoHasWhatHasNone() {
        for (int vmid = -1; vmid <= 0xffff; vmid++) {
            assertThat(Generation.shard(vmid)).isBetween(0, Generation.SHARDS - 1);
        }
    }

    @Test
    void countsOfDifferentShardsAreNotConfused() {
        for (int shard = 0; shard < Generation.SHARDS; shard++) {
            long before = generation.ofAll();
            generation.begin(shard);
            for (int other = 0; other < Generation.SHARDS; other++) {
                boolean under = !generation.admits(other, generation.of(other, before));
                assertThat(under).isEqualTo(other == shard);
            }
            generation.end(shard);
            assertThat(generation.ofAll()).isEqualTo(before);
        }
    }
}
