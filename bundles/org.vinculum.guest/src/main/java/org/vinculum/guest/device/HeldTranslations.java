package org.vinculum.guest.device;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// A device's cache of translations. It is asked to forget from any thread; when that call returns, no access uses what was
/// forgotten.
final class HeldTranslations {
    /// There is no translation to be had; the transaction goes untranslated.
    static final long NOT_HELD = -10;

    private static final long PAGE_MASK = -PagePort.PAGE;

    private record Key(int substream, long page) {}

    private record Held(long physical, int permissions) {}

    private final Map<Key, Held> entries = new HashMap<>();
    private final Outcome outcome = new Outcome();
    private long generation;

    synchronized int size() {
        return entries.size();
    }

    /// @param size 0 for everything
    synchronized void forget(int substream, long address, long size, boolean global) {
        generation++;
        entries.keySet()
                .removeIf(key ->
                        (global || key.substream() == substream)
                                && (size == 0
                                        || key.page() - address >= 0
                                                && key.page() - address < size));
    }

    long access(DmaPort port, int substream, long address, int access, MemorySegment bytes) {
        Key key = new Key(substream, address & PAGE_MASK);
        Held entry = find(port, key, access);
        if (entry == null) {
            return NOT_HELD;
        }
        return moveWhileHeld(port, key, entry, address & ~PAGE_MASK, access, bytes);
    }

    private synchronized long moveWhileHeld(
            DmaPort port, Key key, Held entry, long offset, int access, MemorySegment bytes) {
        if (entries.get(key) != entry) {
            return NOT_HELD;
        }
        long translated = entry.physical() + offset;
        int marked = access | Access.TRANSLATED;
        long physical = port.transfer(key.substream(), translated, marked, bytes, outcome);
        return physical < 0 ? PagePort.ABORTED : bytes.byteSize();
    }

    private Held find(DmaPort port, Key key, int access) {
        long before;
        synchronized (this) {
            Held entry = entries.get(key);
            if (entry != null && (entry.permissions() & access) == access) {
                return entry;
            }
            before = generation;
        }
        long physical = port.requestTranslation(key.substream(), key.page(), access, outcome);
        if (physical < 0 || (outcome.permissions() & access) != access) {
            return null;
        }
        return enter(key, new Held(physical, outcome.permissions()), before);
    }

    /// What was answered before an invalidation is not kept.
    private synchronized Held enter(Key key, Held entry, long before) {
        if (generation != before) {
            return null;
        }
        entries.put(key, entry);
        return entry;
    }
}
