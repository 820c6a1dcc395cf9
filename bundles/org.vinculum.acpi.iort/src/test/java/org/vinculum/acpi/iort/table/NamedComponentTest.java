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
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

class NamedComponentTest {
    /// `\_SB.ETH0`, two zero bytes, one mapping at 40.
    private static final String HEX =
            """
            01 3c00 04 64636261 01000000 28000000
            2b000080 01000000 0d 3412 07 30 5c5f53422e45544830 0000
            01000000 02000000 03000000 04000000 01000080
            """;

    private static final NamedComponent NODE =
            new NamedComponent(
                    head(60, 4),
                    0x8000002b,
                    new MemoryAccess(1, 0x0d, 0x1234, 7),
                    48,
                    "\\_SB.ETH0",
                    new TableArray<>(40, 1, List.of(new IdMapping(1, 2, 3, 4, 0x80000001))));

    /// A name up to the node's last byte.
    private static final String UNTERMINATED =
            """
            01 2000 00 64636261 00000000 00000000
            00000000 00000000 00 0000 00 00 41ffc3
            """;

    @Test
    void everyFieldIsReadFromItsPlace() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void everyFieldIsWrittenToItsPlace() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void aNameWithoutAZeroByteEndsWithItsNode() {
        NamedComponent component = (NamedComponent) node(UNTERMINATED);

        assertThat(component.name()).isEqualTo("Aÿ\u00c3");
        assertThat(component.nameTerminated()).isFalse();
        assertThat(written(component)).isEqualTo(plain(UNTERMINATED));
    }

    @Test
    void aNameWithAZeroByteIsTerminated() {
        assertThat(NODE.nameTerminated()).isTrue();
    }

    @Test
    void aNameLongerThanItsNodeHasNoPlace() {
        assertThatThrownBy(() -> written(with(head(32, 0), "\\_SB")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "named component \\_SB at 0x30: a name of 4 characters does not fit into a"
                                + " node of 32 bytes");
    }

    @Test
    void aNameHasNoZeroByteInside() {
        assertThatThrownBy(() -> written(with(head(32, 0), "A\0B")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("named component A?B at 0x30: a zero byte inside the name");
    }

    @Test
    void aNameHasOneByteForEachCharacter() {
        assertThatThrownBy(() -> written(with(head(32, 0), "\u0100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("named component ? at 0x30: a character that is no byte, 0x100");
    }

    private static NamedComponent with(NodeHead head, String name) {
        return new NamedComponent(
                head, 0, MemoryAccess.NOT_COHERENT, 0, name, TableArray.of(List.of()));
    }
}
