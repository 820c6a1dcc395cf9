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
        Place place = document.place();
        List<ObjectReader> objects = document.objects("nodes", "a node");
        for (int i = 0; i < objects.size(); i++) {
            if (!fits(table, table.nodes().get(i))) {
                place = objects.get(i).place();
                break;
            }
        }
        return json.at(place, "what fits into its place", reason.getMessage());
    }

    private static boolean fits(Iort table, IortNode node) {
        try {
            IortWriter.write(with(List.of(node), table));
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
