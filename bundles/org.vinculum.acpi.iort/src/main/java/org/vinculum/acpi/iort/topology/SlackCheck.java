package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.SmmuV3;

/// Bytes that are not zero and that no field accounts for: reserved fields, nodes that nobody counts, forgotten padding.
final class SlackCheck {
    /// Where the reserved field of the table's header starts.
    private static final int HEADER_RESERVED = 44;

    private static final int HEADER_END = 48;
    private static final int LIMIT = 32;

    private final Reading reading;
    private final Iort table;

    SlackCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
    }

    private static final class Loose {
        private long first = -1;
        private long count;

        void add(long offset) {
            first = first < 0 ? offset : first;
            count++;
        }
    }

    void check() {
        Map<IortNode, Loose> inNodes = new LinkedHashMap<>();
        Loose between = new Loose();
        Loose behind = new Loose();
        List<Integer> header = new ArrayList<>();
        long end = endOfNodes();
        for (Slack slack : table.slack()) {
            for (int i = 0; i < slack.bytes().length; i++) {
                long offset = slack.offset() + i;
                IortNode node = Titles.around(table, offset);
                if (slack.bytes()[i] == 0) {
                    continue;
                }
                if (node != null) {
                    inNodes.computeIfAbsent(node, _ -> new Loose()).add(offset);
                } else if (offset >= end) {
                    behind.add(offset);
                } else if (offset >= HEADER_RESERVED && offset < HEADER_END) {
                    header.add(i);
                } else {
                    between.add(offset);
                }
            }
        }
        report(header, between, behind);
        inNodes.forEach(this::report);
    }

    private void report(List<Integer> header, Loose between, Loose behind) {
        if (!header.isEmpty()) {
            reading.warning(
                    "iort-reserved",
                    "the reserved field of the table is not 0: software for a later revision sees"
                            + " a meaning in it; write 0");
        }
        if (between.count > 0) {
            reading.note(
                    "iort-slack", slack(between) + " before the first node: nobody reads them");
        }
        if (behind.count > 0) {
            reading.warning(
                    "iort-unclaimed",
                    slack(behind)
                            + " behind the last of "
                            + Numbers.count(table.nodeCount(), "node")
                            + ": should they be nodes, nobody sees them; count them");
        }
    }

    private void report(IortNode node, Loose loose) {
        long offset = loose.first - node.offset();
        if (isReserved(node, offset)) {
            reading.warning(
                    "iort-reserved",
                    node,
                    "the reserved field at "
                            + Hex.of(offset)
                            + " is not 0: software for a later revision sees a meaning in it; write"
                            + " 0");
        } else if (isLimit(node, offset)) {
            reading.note(
                    "iort-limit-ignored",
                    node,
                    "the node has the longer form of a root complex and revision 0, in which there"
                            + " is no memory address limit: Linux does not read the limit that is"
                            + " there; write revision 1");
        } else {
            reading.note(
                    "iort-slack",
                    node,
                    slack(loose)
                            + " of the node that no field of revision "
                            + node.head().revision()
                            + " accounts for: nobody reads them");
        }
    }

    private static String slack(Loose loose) {
        return Numbers.count(loose.count, "byte")
                + (loose.count == 1 ? " is" : " are")
                + " not 0, "
                + (loose.count == 1 ? "" : "the first ")
                + "at "
                + Hex.of(loose.first)
                + ",";
    }

    private static boolean isReserved(IortNode node, long offset) {
        return switch (node) {
            case SmmuV3 _ -> offset >= 28 && offset < 32;
            case RootComplex root ->
                    root.head().revision() >= 2 && offset == 35
                            || root.head().revision() == 1 && offset > LIMIT && offset < 36;
            default -> false;
        };
    }

    private static boolean isLimit(IortNode node, long offset) {
        return node instanceof RootComplex root
                && root.head().revision() == 0
                && offset == LIMIT
                && root.mappings().offset() >= 36;
    }

    private long endOfNodes() {
        if (table.nodes().isEmpty()) {
            return table.nodeOffset();
        }
        IortNode last = table.nodes().getLast();
        return last.offset() + last.head().length();
    }
}
