package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Slack;

/// Slack in JSON: what lies in a node is told there, from the node's start, so that it moves with the node.
final class SlackForm {
    static final String NAME = "slack";

    private SlackForm() {}

    /// The part of a table's slack that lies in some bytes of it.
    static List<Slack> within(List<Slack> slack, long from, long to) {
        List<Slack> parts = new ArrayList<>(0);
        for (int i = firstEndingBehind(slack, from); i < slack.size(); i++) {
            Slack run = slack.get(i);
            if (run.offset() >= to) {
                break;
            }
            long start = Math.max(run.offset(), from);
            long end = Math.min(run.offset() + run.bytes().length, to);
            parts.add(
                    new Slack(
                            start,
                            Arrays.copyOfRange(
                                    run.bytes(),
                                    (int) (start - run.offset()),
                                    (int) (end - run.offset()))));
        }
        return parts;
    }

    /// The part of a table's slack that lies in no node: before the first and behind the last.
    static List<Slack> outside(Iort table) {
        if (table.nodes().isEmpty()) {
            return table.slack();
        }
        NodeHead last = table.nodes().getLast().head();
        List<Slack> parts =
                new ArrayList<>(within(table.slack(), 0, table.nodes().getFirst().offset()));
        parts.addAll(within(table.slack(), last.offset() + last.length(), table.length()));
        return parts;
    }

    /// @param start what offsets are counted from
    static void write(List<Slack> slack, long start, JsonOutput json) throws IOException {
        if (slack.isEmpty()) {
            return;
        }
        json.startArray(NAME);
        for (Slack run : slack) {
            json.startFlat();
            json.hex("offset", run.offset() - start);
            json.bytes("bytes", run.bytes());
            json.end();
        }
        json.endArray();
    }

    /// @param object a node's, or the document's
    /// @param start of what offsets are counted from
    /// @param length of that, in bytes
    static void read(ObjectReader object, long start, long length, List<Slack> to) {
        for (ObjectReader run : object.objects(NAME, "slack")) {
            long offset = run.hex("offset", Integer.SIZE);
            byte[] bytes = run.bytes("bytes");
            run.refuseOthers();
            if (offset + bytes.length > length) {
                throw run.mistake("offset", "slack that ends within " + length + " bytes");
            }
            to.add(new Slack(start + offset, bytes));
        }
    }

    /// Runs in order, with those that touch made one.
    static List<Slack> joined(List<Slack> runs) {
        List<Slack> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingLong(Slack::offset));
        List<Slack> joined = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            int last = i;
            while (last + 1 < sorted.size() && end(sorted.get(last)) == start(sorted, last + 1)) {
                last++;
            }
            joined.add(i == last ? sorted.get(i) : one(sorted.subList(i, last + 1)));
            i = last;
        }
        return joined;
    }

    private static Slack one(List<Slack> runs) {
        long start = runs.getFirst().offset();
        byte[] bytes = new byte[(int) (end(runs.getLast()) - start)];
        for (Slack run : runs) {
            System.arraycopy(
                    run.bytes(), 0, bytes, (int) (run.offset() - start), run.bytes().length);
        }
        return new Slack(start, bytes);
    }

    private static long start(List<Slack> runs, int index) {
        return runs.get(index).offset();
    }

    private static long end(Slack run) {
        return run.offset() + run.bytes().length;
    }

    private static int firstEndingBehind(List<Slack> slack, long from) {
        int low = 0;
        int high = slack.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(slack.get(middle)) > from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
