package org.vinculum.acpi.iort.json;

import java.util.List;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.firmware.UnreadableInputException;

/// Sums a table that was read up, and sees by that whether everything fits where the document puts it.
///
/// @param document that the table was read from
record Completion(JsonInput json, ObjectReader document) {
    /// @param summed whether the checksum is to be made right
    /// @throws UnreadableInputException at the node that does not fit
    Iort of(Iort table, boolean summed) {
        byte[] bytes;
        try {
            bytes = IortWriter.write(table);
        } catch (IllegalArgumentException e) {
            throw misfit(table, e);
        }
        return summed ? with(-TablePlaces.sum(bytes, table.length()) & 0xff, table) : table;
    }

    private UnreadableInputException misfit(Iort table, IllegalArgumentException reason) {
        int first = firstThatDoesNotFit(table);
        Place place =
                first < table.nodes().size()
                        ? document.objects("nodes", "a node").get(first).place()
                        : document.place();
        return json.at(place, "what fits into its place", reason.getMessage());
    }

    // Nodes are written in order, so those before the first that does not fit can be written alone.
    private static int firstThatDoesNotFit(Iort table) {
        if (!fits(table, 0)) {
            return table.nodes().size();
        }
        int low = 0;
        int high = table.nodes().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fits(table, middle + 1)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean fits(Iort table, int nodes) {
        try {
            IortWriter.write(with(table.nodes().subList(0, nodes), table));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Iort with(List<IortNode> nodes, Iort table) {
        return new Iort(
                table.header(),
                table.length(),
                table.nodeCount(),
                table.nodeOffset(),
                nodes,
                table.slack(),
                table.trailing());
    }

    private static Iort with(int checksum, Iort table) {
        TableHeader old = table.header();
        TableHeader header =
                new TableHeader(
                        old.revision(),
                        checksum,
                        old.oemId(),
                        old.oemTableId(),
                        old.oemRevision(),
                        old.creatorId(),
                        old.creatorRevision());
        return new Iort(
                header,
                table.length(),
                table.nodeCount(),
                table.nodeOffset(),
                table.nodes(),
                table.slack(),
                table.trailing());
    }
}
