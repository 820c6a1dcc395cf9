package org.vinculum.qemu.vdma;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;

/// Pages that a device reaches, without an SMMU.
final class FakePort extends TransfersOnly {
    static final int PAGE = 4096;

    /// By the page's address.
    final Map<Long, byte[]> pages = new HashMap<>();

    final Set<Long> readOnly = new HashSet<>();

    /// Answered instead of what would be, once, for the transaction at an address.
    final Map<Long, Long> once = new HashMap<>();

    int stag;
    int transactions;
    Runnable meanwhile = () -> {};

    byte[] page(long address) {
        return pages.computeIfAbsent(address, _ -> new byte[PAGE]);
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        if (substreamId != -1 || (address & PAGE - 1) + bytes.byteSize() > PAGE) {
            throw new AssertionError("0x%x+0x%x".formatted(address, bytes.byteSize()));
        }
        transactions++;
        meanwhile.run();
        Long instead = once.remove(address);
        if (instead != null) {
            outcome.stalled(stag);
            return instead;
        }
        byte[] page = pages.get(address & -PAGE);
        if (page == null || access == Access.WRITE && readOnly.contains(address & -PAGE)) {
            return Outcome.ABORT;
        }
        MemorySegment there =
                MemorySegment.ofArray(page).asSlice(address & PAGE - 1, bytes.byteSize());
        if (access == Access.READ) {
            bytes.copyFrom(there);
        } else {
            there.copyFrom(bytes);
        }
        return 0x4000_0000;
    }
}
