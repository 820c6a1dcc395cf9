package org.vinculum.scenario.line;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.vinculum.scenario.record.ExpectedRecord;

/// What one line of a scenario file says. Addresses and register values are 64 bits, unsigned.
public sealed interface Line {
    /// Starts a scenario, from reset and with empty memory.
    ///
    /// @param model the family or name of the model, empty for the default family
    /// @param identification registers to advertise instead of the model's own, by architectural name
    record Start(String name, Optional<String> model, SortedMap<String, Long> identification)
            implements Line {}

    /// RAM, zero filled.
    ///
    /// @param size in bytes; like `start` a multiple of 4096
    record Memory(long start, long size) implements Line {}

    /// Software writes memory.
    ///
    /// @param bytes lowest address first; not copied, never to be changed
    record Store(long address, byte[] bytes) implements Line {}

    /// Memory must hold these little-endian words.
    record Peek(long address, List<Long> words) implements Line {}

    /// @param offset from the model's base
    /// @param width 4 or 8 bytes
    record RegisterWrite(long offset, int width, long value) implements Line {}

    /// @param mask the bits that are compared
    record RegisterRead(long offset, int width, long expected, long mask) implements Line {}

    /// One command through the command queue.
    ///
    /// @param error what CMDQ_CONS.ERR must be afterwards
    record Command(long word0, long word1, OptionalInt error) implements Line {}

    /// @param name under which its outcome can be asked for later
    record Dma(Transaction transaction, Answer expected, Optional<String> name) implements Line {}

    /// What has become of a transaction that was given a name.
    record Outcome(String name, Answer expected) implements Line {}

    /// CMD_RESUME for a stalled transaction.
    record Resume(Stag stag, int streamId, Action action) implements Line {}

    /// A device asks for a page (IHI 0070, 8.1).
    ///
    /// @param substreamId 20 bits, or -1 for none
    /// @param access bits of [org.vinculum.iommu.Access]
    /// @param group 9 bits
    record PageRequest(
            int streamId, int substreamId, long address, int access, int group, boolean last)
            implements Line {}

    /// Software empties the event queue, which must hold exactly these.
    record Events(List<ExpectedRecord> records) implements Line {}

    /// Software empties the page request queue, which must hold exactly these.
    record PageRequests(List<ExpectedRecord> records) implements Line {}

    /// The interrupts since the last such line, in order.
    record Interrupts(List<Interrupt> raised) implements Line {}
}
