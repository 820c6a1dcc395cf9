package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.table.TableOf.head;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.TableArray;

class IwbTest {
    private static final String HEX =
            """
            07 3800 00 64636261 01000000 24000000
            0000002f01000000 feca 5c5f53422e4957423000
            00000000 1f000000 00100000 30000000 00000000
            """;

    private static final Iwb NODE =
            new Iwb(
                    head(56, 0),
                    0x1_2f00_0000L,
                    0xcafe,
                    "\\_SB.IWB0",
                    new TableArray<>(36, 1, List.of(new IdMapping(0, 31, 0x1000, 0x30, 0))));

    @Test
    void everyFieldIsReadFromItsPlace() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void everyFieldIsWrittenToItsPlace() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void aNameUpToTheLastByteIsNotTerminated() {
        Iwb bridge =
                (Iwb)
                        node(
                                """
                                07 1c00 00 64636261 00000000 00000000
                                0000002f01000000 0000 4142
                                """);

        assertThat(bridge.name()).isEqualTo("AB");
        assertThat(bridge.nameTerminated()).isFalse();
    }
}
