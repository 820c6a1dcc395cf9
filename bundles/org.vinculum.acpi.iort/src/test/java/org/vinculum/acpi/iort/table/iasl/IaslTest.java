package org.vinculum.acpi.iort.table.iasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.iort.table.Samples;
import org.vinculum.acpi.model.Iort;

/// A table of our own with a node of every type, field by field against iasl.
///
/// Debian's iasl 20200925 knows ITS groups, named components, root complexes without PASID, SMMUs of both kinds and counter
/// groups, whatever their revision, and lists the header alone of what it does not know. The bodies of RMR and IWB nodes and
/// the flags of root complexes from revision 4 on are pinned in hexadecimal only.
class IaslTest {
    @TempDir Path folder;

    @Test
    void iaslListsTheFieldsOfTheModelWithTheirPlacesAndTheirValues() {
        Iort table = Arrangement.of(Samples.everyType());

        List<Field> listed = Listing.of(IortWriter.write(table), folder);

        assertThat(ModelFields.of(table)).containsExactlyInAnyOrderElementsOf(listed);
        System.out.println("fields of every type compared with iasl: " + listed.size());
    }
}
