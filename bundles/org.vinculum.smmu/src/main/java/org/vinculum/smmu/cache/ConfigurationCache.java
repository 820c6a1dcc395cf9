package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;

/// Configurations by stream and substream. Readers take no lock; those that fill and those that remove exclude each other.
public final class ConfigurationCache {
    private static final VarHandle SLOTS =
            MethodHandles.arrayElementVarHandle(Configuration[].class);
    private static final int SPREAD_SUBSTREAM = 0x9e37_79b1;
    private static final int SPREAD = 0x85eb_ca6b;
    private static final int WAYS = 2;
    private static final int WITHOUT_SUBSTREAM = -1;

    private final Configuration[] slots;
    private final int shift;
    private final Generation generation;
    private int turn;

    /// Whether there may be an entry of a substream.
    private boolean anySubstream;

    /// @param entries at least so many; 0 for a cache that remembers nothing
    public ConfigurationCache(int entries, Generation generation) {
        int size = entries == 0 ? 0 : Integer.highestOneBit(Math.max(WAYS, entries) * 2 - 1);
        this.slots = new Configuration[size];
        this.shift = size == 0 ? 0 : Integer.numberOfLeadingZeros(size) + 1;
        this.generation = generation;
    }

    private int slot(int stream, int substream) {
        return (stream + substream * SPREAD_SUBSTREAM) * SPREAD >>> shift & -WAYS;
    }

    /// Null when there is none.
    public Configuration get(int stream, int substream) {
        if (slots.length == 0) {
            return null;
        }
        int slot = slot(stream, substream);
        Configuration found = (Configuration) SLOTS.getAcquire(slots, slot);
        if (found != null && found.isOf(stream, substream)) {
            return found;
        }
        found = (Configuration) SLOTS.getAcquire(slots, slot + 1);
        return found != null && found.isOf(stream, substream) ? found : null;
    }

    /// Enters one, unless an invalidation that may concern it has begun since `began` or was under way then.
    ///
    /// @param began [Generation#ofAll()] before anything was read
    public synchronized void put(Configuration configuration, long began) {
        if (slots.length == 0 || !generation.admits(began)) {
            return;
        }
        int slot = slot(configuration.stream(), configuration.substream());
        anySubstream |= configuration.substream() != WITHOUT_SUBSTREAM;
        SLOTS.setRelease(slots, place(slot, configuration), configuration);
    }

    private int place(int slot, Configuration configuration) {
        for (int way = slot; way < slot + WAYS; way++) {
            Configuration there = slots[way];
            if (there == null || there.isOf(configuration.stream(), configuration.substream())) {
                return way;
            }
        }
        turn ^= 1;
        return slot + turn;
    }

    /// The caller has counted its invalidation.
    synchronized void remove(int stream, int substream) {
        if (slots.length > 0) {
            int slot = slot(stream, substream);
            removeIf(slot, found -> found.isOf(stream, substream));
            removeIf(slot + 1, found -> found.isOf(stream, substream));
        }
    }

    /// Removes some streams with all their substreams, which may be anywhere.
    synchronized void removeStreams(int from, long count) {
        if (count == 1 && !anySubstream) {
            remove(from, WITHOUT_SUBSTREAM);
        } else {
            removeIf(found -> Integer.toUnsignedLong(found.stream() - from) < count);
        }
    }

    synchronized void clear() {
        removeIf(_ -> true);
        anySubstream = false;
    }

    private void removeIf(Predicate<Configuration> condition) {
        for (int slot = 0; slot < slots.length; slot++) {
            removeIf(slot, condition);
        }
    }

    private void removeIf(int slot, Predicate<Configuration> condition) {
        Configuration found = slots[slot];
        if (found != null && condition.test(found)) {
            SLOTS.setRelease(slots, slot, null);
        }
    }
}
