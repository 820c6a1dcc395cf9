package org.vinculum.hypervisor.host.ring;

import java.lang.invoke.VarHandle;
import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Gerror;

/// The command queue of one SMMU, filled by everybody and shown to the SMMU a batch at a time. Belongs to whoever holds the
/// lock of the SMMU.
///
/// Positions count all commands ever written, so that they only grow; a register has their lowest bits.
public final class CommandRing {
    /// Places that are kept for the driver itself.
    public static final int RESERVE = 16;

    /// Places that nobody is told of, for those who are told of the others at the same time.
    private static final int SHARED = 256;

    /// Tries without progress after which a CMD_SYNC counts as timed out.
    static final int PATIENCE = 256;

    private static final int TURN = 64;
    private static final int MOST_RECOVERIES = 8;

    private final SmmuRegisters registers;
    private final Ring ring;
    private final CommandMemory entries;
    private int longestBatch;
    private int usable;
    private final Syncs syncs;
    private final RingCounters counters;
    private final Recovery recovery;
    private long written;
    private long shown;
    private long consumed;
    private int sinceSync;
    private boolean wanted;
    private int idle;

    /// @param path of the SMMU, for people
    /// @param ring where its memory is
    /// @param longestBatch commands that may follow each other without a CMD_SYNC
    /// @param flights in front of the SMMU, which its CMD_SYNCs wait for
    public CommandRing(
            String path,
            SmmuRegisters registers,
            PhysicalMemory memory,
            Ring ring,
            int longestBatch,
            ErrorSource errors,
            Flights flights) {
        this.registers = registers;
        this.ring = ring;
        this.entries = new CommandMemory(memory, ring);
        longestBatch(longestBatch);
        this.syncs = new Syncs(path, ring.size(), flights);
        this.counters = new RingCounters(path);
        this.recovery = new Recovery(path, registers, entries, syncs, counters, errors);
    }

    /// Commands that may follow each other without a CMD_SYNC from now on; what is in the ring stays as it is.
    public void longestBatch(int commands) {
        longestBatch = commands;
        usable = ring.size() - RESERVE - ring.size() / commands;
    }

    /// Commands that follow each other without a CMD_SYNC at most.
    public int longestBatch() {
        return longestBatch;
    }

    /// Works until nothing is left, complete or not, or the SMMU does not get on.
    public void empty() {
        while (filled() > 0 && idle < PATIENCE) {
            work(TURN);
        }
    }

    /// Tells the SMMU where it is; the queue is disabled.
    public void place() {
        registers.writeLong(
                CmdqBase.OFFSET,
                CmdqBase.RA.mask()
                        | CmdqBase.ADDR.inPlace(ring.address())
                        | CmdqBase.LOG2SIZE.of(ring.log2Size()));
        registers.write(CmdqProd.OFFSET, 0);
        registers.write(CmdqCons.OFFSET, 0);
    }

    /// Places for commands of domains, who need not know what is put between them, nor who else has been told.
    public int room() {
        return Math.max(0, usable - Math.min(SHARED, usable / 4) - filled());
    }

    /// Whether commands of a domain are taken.
    public boolean takes(int commands) {
        return usable - filled() >= commands;
    }

    /// Commands in the ring.
    public int filled() {
        return (int) (written - consumed);
    }

    /// Whether there is nothing that a CMD_SYNC could wait for.
    public boolean settled() {
        return sinceSync == 0 && filled() == 0 && !syncs.waits();
    }

    /// Commands ever written.
    public long written() {
        return written;
    }

    public Syncs syncs() {
        return syncs;
    }

    public RingCounters counters() {
        return counters;
    }

    /// Adds a command that is no CMD_SYNC.
    public void append(long word0, long word1) {
        if (sinceSync >= longestBatch) {
            appendSync(null);
        }
        put(word0, word1);
        sinceSync++;
    }

    /// Adds a CMD_SYNC that everybody who wants one may have.
    ///
    /// @param owner of the CMD_ATC_INV right before it; null when there is none
    /// @return its number
    public long appendSync(DeviceTimeouts owner) {
        put(Command.OPCODE.of(Sync.NUMBER), 0);
        sinceSync = 0;
        wanted = false;
        return syncs.placed(written - 1, owner);
    }

    /// Adds the CMD_SYNC that somebody wants, if so, so that what comes next cannot hold it up. Where the SMMU has not got
    /// on for so long that the ring is full, it stays wanted.
    public void separate() {
        if (wanted && filled() < ring.size()) {
            appendSync(null);
        }
    }

    /// Asks for a CMD_SYNC behind what has been added.
    ///
    /// @param newest number that whoever asks has got before; he gets another one
    public long sync(long newest) {
        if (sinceSync == 0 && syncs.last() > newest) {
            return syncs.last();
        }
        wanted = true;
        return syncs.last() + 1;
    }

    private void put(long word0, long word1) {
        if (filled() >= ring.size()) {
            throw new IllegalStateException("the command queue is full");
        }
        entries.set(written, word0, word1);
        written++;
    }

    /// Shows the SMMU everything, and what is wanted, and lets it work.
    ///
    /// @param budget commands at most
    /// @return whether something is left, or a CMD_SYNC waits for transactions
    public boolean work(int budget) {
        show();
        if (shown != consumed) {
            run(budget);
        } else if (syncs.waits()) {
            syncs.look();
        }
        return shown != consumed || syncs.waits();
    }

    private void show() {
        separate();
        if (shown != written) {
            VarHandle.releaseFence();
            registers.write(CmdqProd.OFFSET, ring.position((int) written));
            shown = written;
        }
    }

    private void run(int budget) {
        long before = consumed;
        long end = consumed + budget;
        int recoveries = 0;
        do {
            registers.process((int) (end - consumed));
        } while (stopped() && ++recoveries < MOST_RECOVERIES && consumed < end);
        if (consumed != before) {
            idle = 0;
        } else if (++idle == PATIENCE) {
            counters.syncTimeout(syncs.completed() + 1);
            recovery.timedOut(consumed);
        }
    }

    /// Sees how far the SMMU got, and mends what stopped it.
    ///
    /// @return whether its queue had stopped
    private boolean stopped() {
        if (!recovery.needed(advance()) && idle == 0) {
            return false;
        }
        int active = recovery.active();
        if (active == 0) {
            return false;
        }
        recovery.mend(active, CmdqCons.ERR.get(advance()), consumed, shown);
        return Gerror.CMDQ_ERR.isSet(active);
    }

    /// An index where it cannot be counts as none.
    ///
    /// @return the value of CMDQ_CONS
    private int advance() {
        int register = registers.read(CmdqCons.OFFSET);
        int passed = ring.filled(register, (int) consumed);
        if (passed != 0 && passed <= shown - consumed) {
            consumed += passed;
            syncs.consumed(consumed);
        }
        return register;
    }

    /// Acknowledges global errors that an interrupt may have told of.
    public void mend() {
        stopped();
    }

    /// Whether events have been lost to an error since the last time.
    public boolean takeEventsLost() {
        return recovery.takeEventsLost();
    }

    /// Works until a CMD_SYNC is complete, which takes no longer than the SMMU does for what is in the ring, and devices for
    /// the transactions that are on their way.
    ///
    /// @return false when the SMMU does not get on
    public boolean await(long sync) {
        if (!awaitPassed(sync)) {
            return false;
        }
        while (!syncs.done(sync)) {
            Thread.yield(); // a device is about to end its access
            syncs.look();
        }
        return true;
    }

    /// Works until the SMMU has passed a CMD_SYNC, whatever is on its way.
    ///
    /// @return false when the SMMU does not get on
    public boolean awaitPassed(long sync) {
        while (!syncs.passed(sync)) {
            work(TURN);
            if (idle >= PATIENCE) {
                return false;
            }
        }
        return true;
    }
}
