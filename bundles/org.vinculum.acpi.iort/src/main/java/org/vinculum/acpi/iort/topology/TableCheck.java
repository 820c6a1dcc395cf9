package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;

/// What the table says about itself (ACPI 6.5, 5.2.6; DEN0049, 3, table 1).
final class TableCheck {
    private static final int LAST_REVISION = 7;

    private final Reading reading;
    private final Iort table;

    TableCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
    }

    /// @param sum of all bytes of the table modulo 256
    void check(int sum) {
        checkHeader(sum);
        checkCount();
        checkAlignment();
        if (table.trailing().bytes().length > 0) {
            reading.warning(
                    "iort-trailing",
                    "the header says "
                            + table.length()
                            + " bytes and the file has "
                            + table.trailing().bytes().length
                            + " more: no operating system reads them");
        }
    }

    private void checkHeader(int sum) {
        if (sum != 0) {
            int stored = table.header().checksum();
            reading.warning(
                    "iort-checksum",
                    "the checksum is "
                            + Hex.of(stored)
                            + " and should be "
                            + Hex.of(stored - sum & 0xff)
                            + ": an operating system that verifies tables early refuses the IORT,"
                            + " others only complain");
        }
        if (table.header().revision() > LAST_REVISION) {
            reading.warning(
                    "iort-revision",
                    "the table has revision "
                            + table.header().revision()
                            + " and the last that DEN0049 defines is "
                            + LAST_REVISION
                            + " (E.f): what later revisions changed is misread");
        }
    }

    private void checkCount() {
        if (table.nodeCount() > table.nodes().size()) {
            reading.error(
                    "iort-node-count",
                    "the table counts "
                            + table.nodeCount()
                            + " nodes and ends after "
                            + table.nodes().size()
                            + ": Linux taints the kernel and stops at the end of the table");
        } else if (table.nodeCount() == 0) {
            reading.warning(
                    "iort-empty",
                    "the table counts no nodes: no SMMU is found, and no device is translated or"
                            + " gets MSIs through an ITS");
        }
    }

    // once for the table: tables that do it do it everywhere
    private void checkAlignment() {
        long count = 0;
        IortNode first = null;
        for (IortNode node : table.nodes()) {
            if (node.offset() % 4 != 0) {
                first = first == null ? node : first;
                count++;
            }
        }
        if (first != null) {
            reading.note(
                    "iort-misaligned",
                    count
                            + " of "
                            + Numbers.count(table.nodes().size(), "node")
                            + ", the first at "
                            + Hex.of(first.offset())
                            + ", are not aligned to 4 bytes: Linux and Windows read them all the"
                            + " same, firmware that runs with alignment checks faults");
        }
    }
}
