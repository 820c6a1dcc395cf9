package org.vinculum.iommu;

import java.util.SortedMap;
import org.osgi.annotation.versioning.ConsumerType;

/// What a vendor adds to one SMMUv3: registers where the architecture leaves their place to the implementation, commands, and
/// the state of both.
///
/// Its methods are called by one thread at a time, with whatever software wrote. What they throw does no harm beyond the part: a
/// register then reads as zero or stays as it is, a command is illegal. They must return: nobody else takes a turn before.
@ConsumerType
public interface VendorPart {
    /// Names the form of its state, e.g. `com.example.throttle`: a part of the same name takes over what this one saves. Lower
    /// case letters, digits, dots and hyphens.
    String name();

    /// Reads a register of an IMPLEMENTATION DEFINED area of page 0 (IHI 0070, 6.2.1): 0xe00 to 0xefc, or 0x1000 to 0x3ffc. Has no
    /// effect. An access of 64 bits is two of 32.
    ///
    /// @param offset from the start of the frame, in bytes, a multiple of 4
    /// @return 0 where it has no register
    default int read(int offset) {
        return 0;
    }

    /// Writes a register; no effect where it has none. An access of 64 bits is two of 32, the lower half first.
    ///
    /// @param offset as of [#read]
    default void write(int offset, int value) {}

    /// Executes a command (IHI 0070, 4.1.1).
    ///
    /// @param word0 of the entry; bits 7:0 the opcode, 0x80 to 0x8f
    /// @param word1 of the entry
    /// @return false when it is illegal (CERROR_ILL); the command is then executed again once software has acknowledged the
    ///     error
    default boolean execute(long word0, long word1) {
        return false;
    }

    /// All its state, by names of its own. Empty while nobody uses the part, as after reset: every other SMMU can then take over.
    /// It is kept in [SavedState#more()], each name with `VENDOR.`, [#name()] and `/` before it.
    SortedMap<String, String> save();

    /// Takes over a saved state, in place of its own.
    ///
    /// @param state as saved by a part of the same name, of any version of the vendor's; empty: as after reset
    /// @throws IllegalArgumentException when it cannot, with a message that names what it lacks; nothing has changed then
    void restore(SortedMap<String, String> state);
}
