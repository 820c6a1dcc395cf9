package org.vinculum.qemu.trace;

import java.util.OptionalInt;
import org.vinculum.scenario.model.Recording;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;

/// Brings commands from the guest's queue to the twin's: those that are new as lines of their own, those that have waited, and may
/// have been changed, as memory.
final class CommandSteps {
    private final RegisterReads twin;
    private final TwinMemory memory;
    private final QueueRanges queues;
    private final Recording recording;

    CommandSteps(RegisterReads twin, TwinMemory memory, QueueRanges queues, Recording recording) {
        this.twin = twin;
        this.memory = memory;
        this.queues = queues;
        this.recording = recording;
    }

    /// How many commands a write of CMDQ_PROD adds, when a scenario can add them one by one; -1 when it cannot.
    int added(int value) {
        Ring ring = queues.commands();
        int producer = twin.read(CmdqProd.OFFSET);
        int consumer = twin.read(CmdqCons.OFFSET);
        int waiting = ring.filled(producer, consumer);
        int added = ring.filled(value, producer);
        boolean plain =
                (int) CmdqProd.WR.inPlace(value) == ring.position(value)
                        && (int) CmdqProd.WR.inPlace(producer) == ring.position(producer);
        boolean room = waiting <= ring.size() && added <= ring.size() - waiting;
        boolean there = memory.holds(ring.address()) && memory.holds(ring.entry(ring.size() - 1));
        return plain && room && there ? added : -1;
    }

    /// Takes the next new command over.
    ///
    /// @return its two words
    long[] take() {
        long entry = queues.commands().entry(twin.read(CmdqProd.OFFSET));
        long[] words = {memory.guestWord(entry), memory.guestWord(entry + Long.BYTES)};
        memory.put(entry, words[0]);
        memory.put(entry + Long.BYTES, words[1]);
        return words;
    }

    /// What CMDQ_PROD is after the next new command.
    int next() {
        return queues.commands().next(twin.read(CmdqProd.OFFSET));
    }

    /// What a scenario can ask for after a command.
    ///
    /// @param before whether there was an error before it already
    OptionalInt error(boolean before) {
        if (twin.commandError()) {
            return before
                    ? OptionalInt.empty()
                    : OptionalInt.of(CmdqCons.ERR.get(twin.read(CmdqCons.OFFSET)));
        }
        Ring ring = queues.commands();
        boolean consumed = ring.empty(twin.read(CmdqProd.OFFSET), twin.read(CmdqCons.OFFSET));
        return consumed ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /// Looks again at commands that wait.
    ///
    /// @param producer where they end
    void refresh(int producer) {
        Ring ring = queues.commands();
        int consumer = twin.read(CmdqCons.OFFSET);
        int waiting = Math.min(ring.filled(producer, consumer), ring.size());
        for (int i = 0; i < waiting; i++) {
            long entry = ring.entry(consumer + i);
            if (memory.holds(entry)) {
                refresh(entry);
            }
        }
    }

    private void refresh(long entry) {
        long word0 = memory.guestWord(entry);
        long word1 = memory.guestWord(entry + Long.BYTES);
        if (word0 != memory.word(entry) || word1 != memory.word(entry + Long.BYTES)) {
            memory.put(entry, word0);
            memory.put(entry + Long.BYTES, word1);
            recording.store(entry, word0, word1);
        }
    }

    /// Where the commands that the twin has end.
    int producer() {
        return twin.read(CmdqProd.OFFSET);
    }
}
