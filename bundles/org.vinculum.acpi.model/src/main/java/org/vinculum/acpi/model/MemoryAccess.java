package org.vinculum.acpi.model;

/// Memory access properties of a device or a root complex (DEN0049, 3.1.1.3); 8 bytes.
///
/// @param cacheCoherency CCA: 1 coherent, 0 not, 32 bits unsigned
/// @param allocationHints AH, 8 bits: transient 0, write-allocate 1, read-allocate 2, override 3
/// @param reserved 16 bits
/// @param flags memory access flags, 8 bits: [#CPM], [#DACS], [#CANWBS]
public record MemoryAccess(long cacheCoherency, int allocationHints, int reserved, int flags) {
    /// Coherent path to memory.
    public static final int CPM = 1;

    /// Device attributes are cacheable and inner shareable.
    public static final int DACS = 1 << 1;

    /// Coherent, and attributes other than inner write-back shareable are possible.
    public static final int CANWBS = 1 << 2;

    public static final MemoryAccess NOT_COHERENT = new MemoryAccess(0, 0, 0, 0);

    /// As the fully coherent devices of DEN0049, table 15 say it.
    public static final MemoryAccess COHERENT = new MemoryAccess(1, 0, 0, CPM | DACS);

    public boolean coherent() {
        return cacheCoherency == 1;
    }
}
