package org.vinculum.smmu.command;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;

/// A queue that software fills with commands: fetches each entry once and has it executed. What follows from an error is the
/// owner's.
final class CommandRing {
    private final PhysicalMemory memory;
    private final int highestLog2;
    private final CommandExecutor executor;
    private final Outstanding outstanding = new Outstanding();
    private Ring ring;
    private Ram ram;
    private int producer;
    private int consumer;

    CommandRing(PhysicalMemory memory, int highestLog2, CommandExecutor executor) {
        this.memory = memory;
        this.highestLog2 = highestLog2;
        this.executor = executor;
        base(0);
    }

    /// Executes the next command and passes it, unless that fails.
    Verdict step() {
        long address = ring.entry(consumer);
        if (ram == null || !ram.holds(address, Command.SIZE)) {
            ram = memory.ram(address);
        }
        if (ram == null || !ram.holds(address, Command.SIZE)) {
            return Verdict.FETCH_ABORTED;
        }
        long offset = address - ram.start();
        long word0 = ram.getLongAcquire(offset);
        long word1 = ram.getLongAcquire(offset + Long.BYTES);
        Verdict verdict = executor.execute(word0, word1, outstanding);
        if (verdict == Verdict.DONE) {
            consumer = ring.next(consumer);
        }
        return verdict;
    }

    boolean empty() {
        return ring.empty(producer, consumer);
    }

    /// @param value of the BASE register
    final void base(long value) {
        ring = Ring.of(value, highestLog2, Command.SIZE);
    }

    int producer() {
        return producer;
    }

    void producer(int value) {
        producer = value;
    }

    int consumer() {
        return consumer;
    }

    void consumer(int value) {
        consumer = value;
    }

    Outstanding outstanding() {
        return outstanding;
    }
}
