package org.vinculum.iommu;

import org.osgi.annotation.versioning.ConsumerType;

/// One IOMMU. A plain object.
///
/// Whatever a guest writes to registers, queues and tables is answered as the architecture says, never with an exception.
/// Any number of threads may translate; registers and [#process] are for one thread at a time, beside them.
@ConsumerType
public interface IommuModel {
    /// Bytes of the register frame.
    long frameSize();

    /// Reads registers.
    ///
    /// @param offset from the start of the frame, in bytes, a multiple of `width`
    /// @param width 4 or 8 bytes
    /// @return zero-extended
    /// @throws IllegalArgumentException for another width, an unaligned offset or one outside the frame
    long read(long offset, int width);

    /// Writes registers. Does no work that a guest can make long: that waits for [#process].
    ///
    /// @throws IllegalArgumentException as [#read]
    void write(long offset, int width, long value);

    /// Does waiting work: commands, above all.
    ///
    /// @param budget how many commands at most, at least 1
    /// @return whether there is more to do
    boolean process(int budget);

    /// Translates one transaction, which does not cross a 4 KiB boundary.
    ///
    /// @param streamId 32 bits, unsigned
    /// @param substreamId 20 bits, or -1 for none
    /// @param address as the device issues it
    /// @param access bits of [Access]
    /// @param outcome receives what is not the address
    /// @return the output address, or one of [Outcome]'s negative values
    long translate(int streamId, int substreamId, long address, int access, Outcome outcome);

    /// Answers an ATS translation request (IHI 0070, 3.9.1).
    ///
    /// @return the output address, with size and permissions in the outcome; or [Outcome#DENIED], [Outcome#ABORT]
    long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome);

    /// Takes a page request (IHI 0070, 8.1).
    ///
    /// @param address of the page
    /// @param access bits of [Access]: what is asked for
    /// @param group 9 bits
    /// @param last ends the group
    void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last);

    /// All state that software can see or that matters to it later: registers, queue positions, stalled transactions. Never
    /// caches. Call it when no transaction is on its way.
    SavedState save();

    /// Takes over a saved state, in place of its own.
    ///
    /// @throws UnsupportedStateException when the state uses what this model does not have; nothing has changed then
    void restore(SavedState state);
}
