package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.MemoryAccess;

/// What is said about the coherence of a device fits together (DEN0049, 3.1.1.3).
final class MemoryCheck {
    private static final int HINTS = 0xf;
    private static final int BOTH = MemoryAccess.CPM | MemoryAccess.DACS;

    private final Reading reading;
    private final ReservedBits reserved;

    MemoryCheck(Reading reading) {
        this.reading = reading;
        this.reserved = new ReservedBits(reading);
    }

    void check(IortNode node, MemoryAccess memory) {
        String fault = fault(memory);
        if (fault != null) {
            reading.warning(
                    "iort-memory-attributes",
                    node,
                    fault
                            + ": Linux goes by _CCA of the device, software that goes by this"
                            + " may leave out cache maintenance that is needed");
        }
        reserved.check(node, "the allocation hints", memory.allocationHints(), HINTS);
        reserved.check(node, "the memory access flags", memory.flags(), BOTH | MemoryAccess.CANWBS);
        reserved.checkZero(node, "a field of the memory access properties", memory.reserved());
    }

    private static String fault(MemoryAccess memory) {
        if (memory.cacheCoherency() > 1) {
            return "the coherence attribute (CCA) is "
                    + Hex.of(memory.cacheCoherency())
                    + " and can be 0 or 1";
        }
        boolean coherent = memory.cacheCoherency() == 1;
        if (coherent && (memory.flags() & MemoryAccess.CPM) == 0) {
            return "the device is coherent (CCA) and has no coherent path to memory (CPM)";
        }
        return !coherent && (memory.flags() & BOTH) == BOTH
                ? "the device is not coherent (CCA) and has a coherent path with coherent"
                        + " attributes (CPM, DACS)"
                : null;
    }
}
