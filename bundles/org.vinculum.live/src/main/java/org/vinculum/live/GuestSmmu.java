package org.vinculum.live;

import java.util.List;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ConsumerType;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.memory.StreamId;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// The SMMU of a live guest: what a write to its register frame leads to. Belongs to one thread, its ports included, but for
/// [#swap].
///
/// Nothing a guest does is an exception. It interrupts through the description it was made with, from within these methods.
@ConsumerType
public interface GuestSmmu extends AutoCloseable {
    /// Bytes of the register frame.
    long frameSize();

    /// Reads registers; without effect on anything.
    ///
    /// @param offset in bytes, a multiple of `width`, inside the frame
    /// @param width 4 or 8 bytes
    /// @return zero-extended
    long read(long offset, int width);

    /// Writes registers. What takes long waits for [#work].
    ///
    /// @param offset as for [#read]
    void write(long offset, int width, long value);

    /// Does what waits: commands, completions, events.
    ///
    /// @param budget commands at most, at least 1
    /// @return whether there is more to do
    boolean work(int budget);

    /// Puts a device in front of it.
    ///
    /// @param stream one of [GuestSmmuDescription#streams()]
    /// @throws IllegalArgumentException for another one
    DmaPort connect(StreamId stream, Device device);

    /// Where an address that a port answered lies in guest physical memory; itself where the guest owns both stages.
    ///
    /// @return negative when the guest has nothing there
    long guestPhysical(long physical);

    /// Puts another model in place of the one behind it, or of those, while the guest goes on. For one thread at a time, and
    /// any: what is slow happens there.
    ///
    /// @param model as [GuestSmmuDescription#model()]
    /// @param own does what it is given on the thread that this SMMU belongs to, between two calls of it
    /// @return one report for each SMMU
    /// @throws SwapRefusedException when there is no such model, it lacks what is in use, or it failed; what stood there
    ///     goes on
    /// @throws java.util.concurrent.RejectedExecutionException when `own` has ended; what stood there stays
    default List<SwapReport> swap(String model, Executor own) {
        throw new SwapRefusedException(List.of("The model of this SMMU is never changed."));
    }

    /// What it has counted, in the order of a table.
    List<Count> counts();

    @Override
    void close();
}
