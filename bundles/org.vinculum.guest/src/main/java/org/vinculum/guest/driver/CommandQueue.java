package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.encoding.CompletionSignal;
import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;

/// The command queue: commands in, and waiting for a CMD_SYNC behind them. Belongs to one thread.
final class CommandQueue {
    private static final int WRITE_BACK = 0xf;
    private static final long PLAIN_SYNC =
            Command.OPCODE.of(Sync.NUMBER)
                    | Sync.MSH.of(Shareability.INNER.encoding())
                    | Sync.MSI_ATTR.of(WRITE_BACK);

    /// What a CMD_SYNC is that is not told of by a message.
    static final long SILENT_SYNC = PLAIN_SYNC | Sync.CS.of(CompletionSignal.SEV.encoding());

    private static final long TELLING_SYNC =
            PLAIN_SYNC | Sync.CS.of(CompletionSignal.IRQ.encoding());

    private final GuestHardware hardware;
    private final GuestWords words;
    private final Ring ring;
    private final boolean messages;
    private final GlobalErrors errors;
    private final DriverCounts counts;
    private final int patience;
    private int producer;
    private int consumer;

    /// @param messages the completion of a CMD_SYNC is a write over it, and not looked for in a register
    CommandQueue(
            GuestHardware hardware,
            Ring ring,
            boolean messages,
            GlobalErrors errors,
            DriverCounts counts,
            int patience) {
        this.hardware = hardware;
        this.words = new GuestWords(hardware.memory());
        this.ring = ring;
        this.messages = messages;
        this.errors = errors;
        this.counts = counts;
        this.patience = patience;
    }

    Ring ring() {
        return ring;
    }

    /// Gives commands.
    ///
    /// @param entries two words each
    /// @param count of commands, at most 64
    /// @param sync whether to wait until they have taken effect
    /// @return false when that was given up
    boolean issue(long[] entries, int count, boolean sync) {
        if (!waitForRoom(sync ? count + 1 : count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            put(entries[2 * i], entries[2 * i + 1]);
        }
        int syncAt = producer;
        if (sync) {
            putSync();
        }
        hardware.write(CmdqProd.OFFSET, Integer.BYTES, producer);
        return !sync || waitFor(syncAt);
    }

    private void put(long word0, long word1) {
        long entry = ring.entry(producer);
        words.set(entry, word0);
        words.set(entry + Long.BYTES, word1);
        producer = ring.next(producer);
    }

    private void putSync() {
        if (messages) {
            put(TELLING_SYNC, Sync.MSI_ADDRESS.inPlace(ring.entry(producer)));
        } else {
            put(SILENT_SYNC, 0);
        }
        counts.sync();
    }

    private boolean waitForRoom(int entries) {
        for (int i = 0; ring.size() - ring.filled(producer, consumer) < entries; i++) {
            if (i > 0 && !wait(i)) {
                return false;
            }
            readConsumer();
        }
        return true;
    }

    private boolean waitFor(int sync) {
        for (int i = 0; !(messages ? overwritten(sync) : passed(sync)); i++) {
            if (!wait(i)) {
                return false;
            }
        }
        return true;
    }

    /// A message that a CMD_SYNC is complete has zeroed the first half of its first word.
    private boolean overwritten(int sync) {
        if ((int) words.get(ring.entry(sync)) != 0) {
            return false;
        }
        consumer = ring.next(sync);
        return true;
    }

    private boolean passed(int sync) {
        readConsumer();
        int left = ring.filled(producer, consumer);
        return left < ring.filled(producer, sync) && left <= ring.size();
    }

    private void readConsumer() {
        consumer = CmdqCons.RD.get((int) hardware.read(CmdqCons.OFFSET, Integer.BYTES));
    }

    private boolean wait(int turn) {
        errors.serve();
        if (turn >= patience) {
            counts.timeout();
            return false;
        }
        hardware.pause();
        return true;
    }
}
