package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.head;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.TableArray;

class ItsGroupTest {
    private static final String HEX =
            """
            00 1c00 01 64636261 00000000 00000000
            02000000 78563412 ffffffff
            """;

    private static final ItsGroup NODE =
            new ItsGroup(
                    head(28, 1),
                    new TableArray<>(20, 2, List.of(0x12345678, -1)),
                    new TableArray<>(0, 0, List.of()));

    @Test
    void identifiersFollowTheirCount() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void identifiersAreWrittenBehindTheirCount() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void identifiersThatDoNotFitIntoTheTableAreLeftOutAndTheirCountIsKept() {
        ItsGroup group = (ItsGroup) node(HEX.replace("02000000 78", "03000000 78"));

        assertThat(group.identifiers()).isEqualTo(new TableArray<>(20, 3, List.of()));
    }

    @Test
    void identifiersHaveNoOtherPlace() {
        ItsGroup moved =
                new ItsGroup(head(28, 1), new TableArray<>(24, 1, List.of(7)), NODE.mappings());

        assertThatThrownBy(() -> written(moved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ITS group at 0x30: identifiers at 24 instead of 20");
    }
}
