package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Rmr;

/// What an RMR node reserves, and for whom (DEN0049, 3.1.1.8).
final class RmrCheck {
    private static final int DEFINED = 0x3ff;
    private static final int LAST_ATTRIBUTES = 5;

    private final Reading reading;
    private final ReservedBits reserved;

    RmrCheck(Reading reading) {
        this.reading = reading;
        this.reserved = new ReservedBits(reading);
    }

    void check(Rmr rmr) {
        int revision = reading.table().header().revision();
        if (revision < ReservedReader.FIRST_REVISION) {
            reading.warning(
                    "iort-rmr-revision",
                    rmr,
                    "the table has revision "
                            + revision
                            + " and reserved memory counts from "
                            + ReservedReader.FIRST_REVISION
                            + " on: Linux keeps none of it mapped, and devices that use it fault");
        }
        checkUse(rmr);
        checkRanges(rmr);
        reserved.check(rmr, "the flags", rmr.flags(), DEFINED);
        if (rmr.attributes() > LAST_ATTRIBUTES) {
            reading.warning(
                    "iort-rmr-attributes",
                    rmr,
                    "the access attributes "
                            + rmr.attributes()
                            + " are not defined, 5 is the last: Linux maps the memory as normal"
                            + " and not cacheable");
        }
    }

    private void checkUse(Rmr rmr) {
        if (rmr.ranges().count() == 0 || rmr.mappings().count() == 0) {
            reading.warning(
                    "iort-rmr-unused",
                    rmr,
                    "the node names "
                            + (rmr.ranges().count() == 0 ? "no memory" : "no stream that uses it")
                            + ": nothing is reserved");
        }
        long streams = 0;
        for (IdMapping mapping : NodeMap.present(rmr)) {
            streams += mapping.length();
        }
        if (streams > ReservedReader.MOST_STREAMS) {
            reading.error(
                    "iort-rmr-wide",
                    rmr,
                    "the mappings name "
                            + Hex.of(streams)
                            + " streams one by one: Linux runs out of memory over them; a count"
                            + " is the number of IDs minus one");
        }
    }

    private void checkRanges(Rmr rmr) {
        List<Rmr.Range> sorted = new ArrayList<>();
        for (int i = 0; i < rmr.ranges().entries().size(); i++) {
            Rmr.Range range = rmr.ranges().entries().get(i);
            String name = "range " + (i + 1);
            reserved.checkZero(rmr, "a field of " + name, range.reserved());
            if (range.length() == 0) {
                reading.warning(
                        "iort-rmr-empty",
                        rmr,
                        name + " has a length of 0: Linux complains and reserves nothing");
            } else if (ReservedReader.wraps(range.base(), range.length())) {
                reading.error(
                        "iort-rmr-wrap",
                        rmr,
                        name
                                + " starts at "
                                + Hex.of(range.base())
                                + " and runs past the end of the address space: Linux cannot map"
                                + " it");
            } else {
                checkAlignment(rmr, range, name);
                sorted.add(range);
            }
        }
        checkOverlaps(rmr, sorted);
    }

    private void checkAlignment(Rmr rmr, Rmr.Range range, String name) {
        if (ReservedReader.isAligned(range)) {
            return;
        }
        reading.warning(
                "iort-rmr-unaligned",
                rmr,
                name
                        + ", "
                        + text(range)
                        + ", is not aligned to 64 KiB"
                        + ReservedReader.widened(range)
                                .map(wide ->
                                        ": Linux reserves "
                                                + wide
                                                + " with 4 KiB pages and"
                                                + " more with larger ones")
                                .orElse(": no whole pages hold it"));
    }

    private void checkOverlaps(Rmr rmr, List<Rmr.Range> ranges) {
        ranges.sort((a, b) -> Long.compareUnsigned(a.base(), b.base()));
        Rmr.Range farthest = null;
        for (Rmr.Range range : ranges) {
            if (farthest != null && Long.compareUnsigned(range.base(), last(farthest)) <= 0) {
                reading.warning(
                        "iort-rmr-overlap",
                        rmr,
                        "the ranges "
                                + text(farthest)
                                + " and "
                                + text(range)
                                + " overlap: Linux complains, and what one asks for the other may"
                                + " not get");
            }
            if (farthest == null || Long.compareUnsigned(last(range), last(farthest)) > 0) {
                farthest = range;
            }
        }
    }

    private static long last(Rmr.Range range) {
        return range.base() + range.length() - 1;
    }

    private static String text(Rmr.Range range) {
        return Hex.of(range.base()) + "+" + Hex.of(range.length());
    }
}
