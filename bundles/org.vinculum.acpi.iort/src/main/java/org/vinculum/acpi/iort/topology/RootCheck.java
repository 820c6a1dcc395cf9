package org.vinculum.acpi.iort.topology;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.acpi.model.RootComplex;

/// What a root complex says about its segment (DEN0049, 3.1.1.5).
final class RootCheck {
    private static final int ATS =
            RootComplex.ATS_SUPPORTED | RootComplex.PRI_SUPPORTED | RootComplex.PASID_FORWARDED;

    /// The most bits of a PASID (PCIe 6.0, 6.20).
    private static final int MOST_PASID = 20;

    private final Reading reading;
    private final MemoryCheck memory;
    private final LimitCheck limits;
    private final ReservedBits reserved;
    private final Map<Long, RootComplex> segments = new HashMap<>();

    RootCheck(Reading reading) {
        this.reading = reading;
        this.memory = new MemoryCheck(reading);
        this.limits = new LimitCheck(reading);
        this.reserved = new ReservedBits(reading);
    }

    void check(RootComplex root) {
        checkSegment(root);
        memory.check(root, root.memory());
        if (root.head().revision() >= 1) {
            limits.check(root, root.addressLimit());
        }
        reserved.check(root, "the ATS attributes", root.ats(), ATS);
        reserved.check(
                root, "the PASID capabilities", root.pasidCapabilities(), RootComplex.PASID_WIDTH);
        reserved.check(root, "the flags", root.flags(), RootComplex.PASID_SUPPORTED);
        checkRest(root);
    }

    private void checkRest(RootComplex root) {
        int width = root.pasidCapabilities() & RootComplex.PASID_WIDTH;
        if (width > MOST_PASID) {
            reading.warning(
                    "iort-pasid-width",
                    root,
                    "PASIDs of "
                            + width
                            + " bits are said to be possible and PCI has at most 20: the excess"
                            + " means nothing");
        }
        if (root.mappings().count() == 0) {
            reading.warning(
                    "iort-root-unmapped",
                    root,
                    "the root complex has no ID mapping: DMA of PCI segment "
                            + root.segment()
                            + " is not translated, and its MSIs reach no ITS");
        }
    }

    private void checkSegment(RootComplex root) {
        RootComplex first = segments.putIfAbsent(root.segment(), root);
        if (first != null) {
            reading.error(
                    "iort-segment-duplicate",
                    root,
                    Titles.at(first)
                            + " is for PCI segment "
                            + root.segment()
                            + " too: Linux finds that one and never this, so that the mappings"
                            + " here have no effect; put them into one node");
        }
        if (root.segment() > BusReader.LAST_SEGMENT) {
            reading.error(
                    "iort-segment-range",
                    root,
                    "the PCI segment is "
                            + Hex.of(root.segment())
                            + " and segments have 16 bits: no host bridge is found by it, and its"
                            + " devices are not translated");
        }
    }
}
