package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.head;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

class UnknownNodeTest {
    private static final String MAPPING = "01000000 02000000 03000000 04000000 00000000";
    private static final String HEX = "fe 2800 09 64636261 01000000 14000000 deadbeef" + MAPPING;

    private static final UnknownNode NODE =
            new UnknownNode(
                    head(40, 9),
                    0xfe,
                    TableOf.bytes("deadbeef" + MAPPING),
                    new TableArray<>(20, 1, List.of(new IdMapping(1, 2, 3, 4, 0))));

    @Test
    void theBodyIsEverythingBehindTheHeader() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void theBodyIsWrittenBehindTheHeader() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void aChangedMappingIsWrittenOverTheBody() {
        UnknownNode changed =
                new UnknownNode(
                        NODE.head(),
                        NODE.type(),
                        NODE.body(),
                        new TableArray<>(20, 1, List.of(new IdMapping(1, 2, 3, 0x48, 0))));

        assertThat(written(changed)).isEqualTo(plain(HEX.replace("04000000", "48000000")));
    }

    @Test
    void anEmptyBodyIsFine() {
        String empty = "63 1000 00 64636261 00000000 00000000";

        assertThat(((UnknownNode) node(empty)).body()).isEmpty();
        assertThat(written(node(empty))).isEqualTo(plain(empty));
    }

    @Test
    void aBodyLongerThanItsNodeHasNoPlace() {
        UnknownNode longer =
                new UnknownNode(head(16, 0), 0x63, new byte[4], new TableArray<>(0, 0, List.of()));

        assertThatThrownBy(() -> written(longer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "node of type 99 at 0x30: a length of 16 where the body alone ends at 20");
    }
}
