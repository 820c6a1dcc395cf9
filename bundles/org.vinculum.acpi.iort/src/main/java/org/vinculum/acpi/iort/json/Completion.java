package org.vinculum.acpi.iort.json;

import org.vinculum.acpi.iort.table.Checksum;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.iort.table.MisfitException;
import org.vinculum.acpi.model.Iort;
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
        return summed ? Checksum.corrected(table, bytes) : table;
    }

    private UnreadableInputException misfit(Place place, IllegalArgumentException reason) {
        return json.at(place, "what fits into its place", reason.getMessage());
    }
}
