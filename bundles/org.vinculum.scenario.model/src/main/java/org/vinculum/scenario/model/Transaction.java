package org.vinculum.scenario.model;

import java.util.Optional;
import org.vinculum.iommu.Access;

/// What a device sends.
///
/// @param request an ATS translation request instead of an access
/// @param streamId 32 bits, unsigned
/// @param substreamId 20 bits, or -1 for none
/// @param address as the device issues it
/// @param access bits of [Access]: reading or writing, with others
/// @param size bytes, at least 1, all within 4 KiB
/// @param name under which its outcome can be asked for later
public record Transaction(
        boolean request,
        int streamId,
        int substreamId,
        long address,
        int access,
        int size,
        Optional<String> name) {
    /// A scenario's transaction either reads or writes; an instruction fetch reads, and a request to write asks to read too.
    public Transaction {
        boolean write = (access & Access.WRITE) != 0 && (access & Access.INSTRUCTION) == 0;
        access = access & ~(Access.READ | Access.WRITE) | (write ? Access.WRITE : Access.READ);
        access |= write && request ? Access.READ : 0;
    }

    /// The same with a name.
    public Transaction named(String name) {
        return new Transaction(
                request, streamId, substreamId, address, access, size, Optional.of(name));
    }
}
