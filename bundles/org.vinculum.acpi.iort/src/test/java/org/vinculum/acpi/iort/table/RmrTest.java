package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.table.TableOf.head;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.TableArray;

class RmrTest {
    /// Two descriptors behind the mapping.
    private static final String HEX =
            """
            06 5800 03 64636261 01000000 1c000000
            15030080 02000000 30000000
            00000000 00000000 00050000 48000000 01000000
            0000408000000000 0000100000000000 00000000
            0000000002000000 ffffffffffffffff 44332211
            """;

    private static final Rmr NODE =
            new Rmr(
                    head(88, 3),
                    0x80000315,
                    new TableArray<>(
                            48,
                            2,
                            List.of(
                                    new Rmr.Range(0x8040_0000L, 0x10_0000, 0),
                                    new Rmr.Range(0x2_0000_0000L, -1, 0x11223344))),
                    new TableArray<>(28, 1, List.of(new IdMapping(0, 0, 0x500, 0x48, 1))));

    @Test
    void descriptorsAreReadFromWhereTheOffsetSays() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void descriptorsAreWrittenToWhereTheOffsetSays() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void descriptorsThatLeaveTheTableAreLeftOutAndTheirPlaceIsKept() {
        Rmr rmr = (Rmr) node(HEX.replace("02000000 30000000", "02000000 31000000"));

        assertThat(rmr.ranges()).isEqualTo(new TableArray<>(49, 2, List.of()));
    }
}
