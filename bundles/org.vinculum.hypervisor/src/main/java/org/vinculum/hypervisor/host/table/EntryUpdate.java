package org.vinculum.hypervisor.host.table;

import java.lang.invoke.VarHandle;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.Command;

/// Changes an STE while transactions of its stream may be on their way, so that the SMMU never sees a mixture of the old one
/// and the new one (IHI 0070, 3.21.3). Belongs to whoever holds the lock of the SMMU.
///
/// Bits that the old entry does not use may change at any time, and one word changes at once: that is enough for most
/// changes. For the others the stream aborts in silence for a moment.
public final class EntryUpdate {
    private final PhysicalMemory memory;
    private final CommandRing ring;
    private final long[] now = new long[EntryWords.COUNT];
    private final long[] usedNow = new long[EntryWords.COUNT];
    private final long[] usedThen = new long[EntryWords.COUNT];
    private final long[] between = new long[EntryWords.COUNT];

    public EntryUpdate(PhysicalMemory memory, CommandRing ring) {
        this.memory = memory;
        this.ring = ring;
    }

    /// @param address of the entry
    /// @param then its words
    /// @return false when the SMMU does not get on; the entry aborts then, as soon as the SMMU looks
    public boolean install(int stream, long address, long[] then) {
        Ram ram = memory.ram(address);
        long offset = address - ram.start();
        compare(ram, offset, then);
        int differing = differing(then);
        boolean done =
                Integer.bitCount(differing) <= 1
                        ? quietly(stream, ram, offset, differing, then)
                        : broken(stream, ram, offset, then);
        if (!done) {
            ram.setLongRelease(offset, EntryWords.ABORT);
        }
        return done;
    }

    private void compare(Ram ram, long offset, long[] then) {
        for (int i = 0; i < EntryWords.COUNT; i++) {
            now[i] = ram.getLong(offset + (long) i * Long.BYTES);
        }
        EntryWords.used(now, usedNow);
        EntryWords.used(then, usedThen);
        for (int i = 0; i < EntryWords.COUNT; i++) {
            between[i] = now[i] & usedNow[i] | then[i] & ~usedNow[i];
        }
    }

    /// One bit for each word that is not right yet when all has changed that the old entry does not use.
    private int differing(long[] then) {
        int words = 0;
        for (int i = 0; i < EntryWords.COUNT; i++) {
            if (((between[i] ^ then[i]) & usedThen[i]) != 0) {
                words |= 1 << i;
            }
        }
        return words;
    }

    private boolean quietly(int stream, Ram ram, long offset, int differing, long[] then) {
        int deciding = Integer.numberOfTrailingZeros(differing);
        boolean prepared = false;
        for (int i = 0; i < EntryWords.COUNT; i++) {
            if (i != deciding && between[i] != now[i]) {
                ram.setLong(offset + (long) i * Long.BYTES, between[i]);
                prepared = true;
            }
        }
        if (differing == 0) {
            store(ram, offset, then);
            forget(stream);
            return true;
        }
        if (prepared && !seen(stream)) {
            return false;
        }
        ram.setLongRelease(offset + (long) deciding * Long.BYTES, then[deciding]);
        if (!seen(stream)) {
            return false;
        }
        store(ram, offset, then);
        return true;
    }

    private boolean broken(int stream, Ram ram, long offset, long[] then) {
        ram.setLongRelease(offset, EntryWords.ABORT);
        if (!seen(stream)) {
            return false;
        }
        for (int i = 1; i < EntryWords.COUNT; i++) {
            ram.setLong(offset + (long) i * Long.BYTES, then[i]);
        }
        if (!seen(stream)) {
            return false;
        }
        ram.setLongRelease(offset, then[0]);
        return seen(stream);
    }

    /// What is left differs only where the SMMU does not look.
    private static void store(Ram ram, long offset, long[] then) {
        for (int i = 0; i < EntryWords.COUNT; i++) {
            ram.setLong(offset + (long) i * Long.BYTES, then[i]);
        }
    }

    /// Whether the SMMU goes by what is in memory now.
    private boolean seen(int stream) {
        VarHandle.fullFence();
        forget(stream);
        return ring.awaitPassed(ring.appendSync(null));
    }

    private void forget(int stream) {
        ring.append(
                Command.OPCODE.of(CfgiSte.NUMBER) | CfgiSte.STREAM_ID.of(stream),
                CfgiSte.LEAF.of(true));
    }
}
