package org.vinculum.itests.machines;

import org.vinculum.guest.workload.FloodRing;

/// Commands of a guest word by word, instead of its driver's.
public final class RawCommands {
    private static final long SYNC = 0x46;
    private static final int LOG2 = 8;

    private final TestedMachine machine;
    private final FloodRing ring;

    /// Takes the command queue away from the driver, which must not use it any more.
    public RawCommands(TestedMachine machine, TestedGuest guest) {
        this.machine = machine;
        this.ring = new FloodRing(guest.hardware, guest.pages, LOG2);
    }

    /// Executes a command and a CMD_SYNC.
    public void execute(long word0, long word1) {
        give(word0, word1);
        give(SYNC, 0);
    }

    /// Executes one command.
    public void give(long word0, long word1) {
        ring.put(word0, word1);
        ring.show();
        machine.settle();
    }

    /// Whether all has been executed.
    public boolean isDone() {
        return ring.isEmpty();
    }
}
