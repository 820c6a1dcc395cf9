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
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.Smmu.Interrupt;
import org.vinculum.acpi.model.TableArray;

class SmmuTest {
    /// Global interrupts at 60, three of context banks at 84 (behind the one of counters at 76), a mapping at 108.
    private static final String HEX =
            """
            03 8000 03 64636261 01000000 6c000000
            0000c05f01000000 0000010000000000 03000000 02000080
            3c000000 03000000 54000000 01000000 4c000000
            41000000 00000000 42000000 01000000
            51000000 02000000
            61000000 00000000 62000000 01000000 630000f0 ffffffff
            00000000 0f000000 00010000 30000000 00000000
            """;

    private static final Smmu NODE =
            new Smmu(
                    head(128, 3),
                    0x1_5fc0_0000L,
                    0x10000,
                    3,
                    0x80000002,
                    new TableArray<>(
                            60, 2, List.of(new Interrupt(0x41, 0), new Interrupt(0x42, 1))),
                    new TableArray<>(
                            84,
                            3,
                            List.of(
                                    new Interrupt(0x61, 0),
                                    new Interrupt(0x62, 1),
                                    new Interrupt(0xf0000063L, -1))),
                    new TableArray<>(76, 1, List.of(new Interrupt(0x51, 2))),
                    new TableArray<>(108, 1, List.of(new IdMapping(0, 15, 256, 48, 0))));

    private static final String WITHOUT_INTERRUPTS =
            """
            03 3c00 00 64636261 00000000 00000000
            0000c05f01000000 0000010000000000 03000000 00000000
            00000000 00000000 00000000 00000000 00000000
            """;

    @Test
    void everyArrayIsReadFromWhereItsOffsetSays() {
        assertThat(node(HEX)).isEqualTo(NODE);
    }

    @Test
    void everyArrayIsWrittenToWhereItsOffsetSays() {
        assertThat(written(NODE)).isEqualTo(plain(HEX));
    }

    @Test
    void offset0SaysThatThereAreNoGlobalInterrupts() {
        Smmu smmu = (Smmu) node(WITHOUT_INTERRUPTS);

        assertThat(smmu.global()).isEqualTo(new TableArray<>(0, 0, List.of()));
        assertThat(written(smmu)).isEqualTo(plain(WITHOUT_INTERRUPTS));
    }

    @Test
    void globalInterruptsOutsideTheTableAreTwoThatAreNotThere() {
        Smmu smmu = (Smmu) node(WITHOUT_INTERRUPTS.replace("\n00000000 ", "\n3c000000 "));

        assertThat(smmu.global()).isEqualTo(new TableArray<>(60, 2, List.of()));
        assertThat(smmu.global().isComplete()).isFalse();
    }

    @Test
    void globalInterruptsAreTwo() {
        Smmu one =
                new Smmu(
                        NODE.head(),
                        0,
                        0,
                        0,
                        0,
                        new TableArray<>(60, 1, List.of(new Interrupt(1, 0))),
                        NODE.context(),
                        NODE.pmu(),
                        NODE.mappings());

        assertThatThrownBy(() -> written(one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SMMUv2 at 0x30: global interrupts are 2, not 1");
    }
}
