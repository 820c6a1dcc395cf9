package org.vinculum.qemu.vdma;

import java.util.Arrays;

/// Translations that a device was given (ATC, PCIe 5.0, 10.1.3), of its few last pages: another page takes the place of one with
/// the same low bits. Used by the thread of the SMMU alone, invalidations included, so that none comes between a translation and
/// its use.
final class TranslationCache {
    /// As many pages as one copy takes in a row.
    private static final int ENTRIES = 64;

    /// The smallest that a translation is for (PCIe 5.0, 10.2.1.2).
    private static final int PAGE = 4096;

    private static final long NONE = -1;

    /// Low bits are zero, so that [#NONE] is the address of no page.
    private final long[] pages = new long[ENTRIES];

    private final long[] translated = new long[ENTRIES];
    private final int[] permissions = new int[ENTRIES];
    private boolean empty = true;

    TranslationCache() {
        Arrays.fill(pages, NONE);
    }

    /// @param access a bit of [org.vinculum.iommu.Access]
    /// @return negative when it is not known, or does not allow that
    long find(long address, int access) {
        int at = place(address);
        boolean known = pages[at] == (address & -PAGE) && (permissions[at] & access) == access;
        return known ? translated[at] | address & PAGE - 1 : NONE;
    }

    /// @param there what `address` was translated to
    /// @param allowed bits of [org.vinculum.iommu.Access]
    void keep(long address, long there, int allowed) {
        int at = place(address);
        pages[at] = address & -PAGE;
        translated[at] = there & -PAGE;
        permissions[at] = allowed;
        empty = false;
    }

    /// @param size in bytes, a power of two; 0 stands for everything
    void forget(long address, long size) {
        for (int i = 0; i < ENTRIES; i++) {
            if (size == 0 || ((pages[i] ^ address) & -Math.max(size, PAGE)) == 0) {
                pages[i] = NONE;
            }
        }
    }

    /// Forgets everything.
    void clear() {
        if (!empty) {
            Arrays.fill(pages, NONE);
            empty = true;
        }
    }

    private static int place(long address) {
        return (int) (address / PAGE) & ENTRIES - 1;
    }
}
