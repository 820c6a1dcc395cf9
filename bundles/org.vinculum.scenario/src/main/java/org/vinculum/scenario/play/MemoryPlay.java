package org.vinculum.scenario.play;

import static org.vinculum.scenario.play.ScenarioFailure.hex;

import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.machine.SparseMemory;

/// Lines about memory.
final class MemoryPlay {
    private final Machine machine;

    MemoryPlay(Machine machine) {
        this.machine = machine;
    }

    void add(Line.Memory ram) {
        SparseMemory memory = machine.memory();
        AddressRange range = range(ram);
        if (memory.overlaps(range)) {
            throw new ScriptMistake("RAM apart from the RAM before", range.toString());
        }
        if (memory.count() == SparseMemory.MAX_PIECES) {
            throw new ScriptMistake(
                    "at most " + SparseMemory.MAX_PIECES + " pieces of RAM", "more");
        }
        memory.add(range);
    }

    private AddressRange range(Line.Memory ram) {
        long left = SparseMemory.MAX_SIZE - machine.memory().size();
        if (ram.size() == 0 || Long.compareUnsigned(ram.size(), left) > 0) {
            throw new ScriptMistake("RAM of 4096 to " + hex(left) + " bytes", hex(ram.size()));
        }
        try {
            return AddressRange.of(ram.start(), ram.size());
        } catch (IllegalArgumentException e) {
            throw new ScriptMistake("RAM that ends within 64 bits", hex(ram.start()));
        }
    }

    void store(Line.Store store) {
        machine.bytes().write(store.address(), store.bytes());
    }

    void peek(Line.Peek peek) {
        List<Long> expected = peek.words();
        long[] found =
                machine.bytes()
                        .readWords(peek.address(), expected.size())
                        .orElseThrow(
                                () -> new ScriptMistake("an address in RAM", hex(peek.address())));
        for (int i = 0; i < found.length; i++) {
            if (found[i] != expected.get(i)) {
                long address = peek.address() + (long) i * Long.BYTES;
                throw new ScenarioFailure(
                        "memory at " + hex(address) + " to hold " + hex(expected.get(i)),
                        hex(found[i]));
            }
        }
    }
}
