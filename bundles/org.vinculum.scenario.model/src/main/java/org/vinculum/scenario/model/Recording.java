package org.vinculum.scenario.model;

import java.util.List;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.memory.AddressRange;

/// A scenario while it is written, line by line. Belongs to one thread.
///
/// Everything that a line causes has settled before the next one. Lines that no longer fit into a file that a
/// [ScenarioPlayer] takes are left out, and so are all lines after them: what is there can be played at any moment. Each method
/// throws [UncheckedIOException] when the file cannot be written.
@ProviderType
public interface Recording extends AutoCloseable {
    /// There is RAM, zero filled.
    ///
    /// @param range whole pages of 4 KiB
    void ram(AddressRange range);

    /// Software writes memory, past the IOMMU.
    ///
    /// @param words little endian, the first one at `address`; as many lines as they need
    void store(long address, long... words);

    /// Memory must hold these words.
    ///
    /// @param words as for [#store]
    void peek(long address, long... words);

    /// Software writes a register.
    ///
    /// @param offset in bytes, a multiple of `width`
    /// @param width 4 or 8 bytes
    void write(long offset, int width, long value);

    /// Software reads a register.
    ///
    /// @param offset as for [#write]
    /// @param mask the bits that are compared
    void read(long offset, int width, long expected, long mask);

    /// Software puts a command into the command queue.
    ///
    /// @param error what CMDQ_CONS.ERR must be afterwards, 7 bits; for 0 all commands must have been consumed
    void command(long word0, long word1, OptionalInt error);

    /// A device sends a transaction, and what becomes of it.
    void transaction(Transaction transaction, Ending ending);

    /// What has become of a transaction that waited.
    ///
    /// @param name as [Transaction#name()]
    void outcome(String name, Ending ending);

    /// A device asks for a page.
    ///
    /// @param streamId 32 bits, unsigned
    /// @param substreamId 20 bits, or -1 for none
    /// @param access bits of [org.vinculum.iommu.Access]
    /// @param group 9 bits
    void pageRequest(
            int streamId, int substreamId, long address, int access, int group, boolean last);

    /// The interrupts since the last such line.
    ///
    /// @param raised in their order
    void interrupts(List<Interrupt> raised);

    /// Whether lines have been left out because the file is as long as it may be.
    boolean isFull();

    /// Bytes of the file so far.
    long size();

    /// Ends the file.
    @Override
    void close();
}
