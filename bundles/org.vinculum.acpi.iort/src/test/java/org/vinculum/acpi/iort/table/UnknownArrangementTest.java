package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.table.Samples.head;
import static org.vinculum.acpi.iort.table.Samples.mappings;
import static org.vinculum.acpi.iort.table.Samples.single;
import static org.vinculum.acpi.iort.table.Samples.unarranged;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

class UnknownArrangementTest {
    private static final ItsGroup ITS =
            new ItsGroup(head(100, 0), TableArray.of(List.of(7)), mappings());
    private static final String MAPPING = "00000000 00000000 05000000 64000000 01000000";

    @Test
    void aBodyIsFilledUpToAMultipleOfFour() {
        UnknownNode arranged = arranged("0102030405", mappings());

        assertThat(arranged.body()).isEqualTo(TableOf.bytes("0102030405000000"));
        assertThat(arranged.head().length()).isEqualTo(24);
    }

    @Test
    void mappingsInsideTheBodyStayAndFollowTheirNodes() {
        UnknownNode arranged =
                arranged(
                        "aabb" + MAPPING + "cccc",
                        new TableArray<>(18, 1, List.of(single(5, 100))));

        assertThat(arranged.mappings()).isEqualTo(new TableArray<>(18, 1, List.of(single(5, 48))));
        assertThat(arranged.body())
                .isEqualTo(TableOf.bytes("aabb" + MAPPING.replace("64", "30") + "cccc"));
    }

    @Test
    void mappingsThatAreNotInTheBodyArePutBehindIt() {
        UnknownNode arranged = arranged("aabb", mappings(single(5, 100)));

        assertThat(arranged.mappings()).isEqualTo(new TableArray<>(20, 1, List.of(single(5, 48))));
        assertThat(arranged.body())
                .isEqualTo(TableOf.bytes("aabb0000" + MAPPING.replace("64", "30")));
    }

    private static UnknownNode arranged(String body, TableArray<IdMapping> mappings) {
        UnknownNode node = new UnknownNode(head(1, 0), 0x55, TableOf.bytes(body), mappings);
        return (UnknownNode) Arrangement.of(unarranged(ITS, node)).nodes().getLast();
    }
}
