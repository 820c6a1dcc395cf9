package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;

/// A unit's registers are somewhere, whole and aligned.
final class FrameCheck {
    private final Reading reading;

    FrameCheck(Reading reading) {
        this.reading = reading;
    }

    /// @param alignment a power of two that the base is a multiple of
    void check(IortNode node, long base, long size, long alignment) {
        if (base == 0) {
            reading.error(
                    "iort-base-zero",
                    node,
                    "the registers are at address 0: Linux maps whatever is there, and "
                            + "configurations cannot name the unit by its address");
        } else if (IommuReader.frame(base, size).isEmpty()) {
            reading.error(
                    "iort-base-wrap",
                    node,
                    "the registers start at "
                            + Hex.of(base)
                            + " and "
                            + Hex.of(size)
                            + " bytes run past the end of the address space: no driver can map"
                            + " them");
        }
        if (base % alignment != 0) {
            unaligned(node, "the registers start", base, alignment);
        }
    }

    void unaligned(IortNode node, String what, long base, long alignment) {
        reading.error(
                "iort-base-unaligned",
                node,
                what
                        + " at "
                        + Hex.of(base)
                        + " and pages are aligned to "
                        + Hex.of(alignment)
                        + ": drivers write to wrong registers");
    }
}
