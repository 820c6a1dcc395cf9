package org.vinculum.acpi.iort.json;

import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.iort.table.MisfitException;
import org.vinculum.acpi.model.Iort;
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
        } catch (MisfitException e) {
            Place node = document.objects("nodes", "a node").get(e.index()).place();
            throw misfit(node, e);
        } catch (IllegalArgumentException e) {
            throw misfit(document.place(), e);
        }
        return summed ? with(-TablePlaces.sum(bytes, table.length()) & 0xff, table) : table;
    }

    private UnreadableInputException misfit(Place place, IllegalArgumentException reason) {
        return json.at(place, "what fits into its place", reason.getMessage());
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
