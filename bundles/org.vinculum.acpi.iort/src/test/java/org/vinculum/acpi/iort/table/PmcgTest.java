package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.TableArray;

class PmcgTest {
    private static final String REVISION_0 =
            """
            05 2000 00 64636261 00000000 00000000
            0000101f01000000 21000080 48000000
            """;
    private static final String REVISION_1 =
            """
            05 2800 01 64636261 00000000 00000000
            0000101f01000000 21000080 48000000 0000111f02000000
            """;
    private static final String REVISION_2 = REVISION_1.replace("2800 01", "2800 02");

    @Test
    void revision0HasOnePage() {
        assertThat(node(REVISION_0)).isEqualTo(group(0, 32, 0));
    }

    @Test
    void revision0IsWrittenWithOnePage() {
        assertThat(written(group(0, 32, 0))).isEqualTo(plain(REVISION_0));
    }

    @Test
    void revision1HasTwoPages() {
        assertThat(node(REVISION_1)).isEqualTo(group(1, 40, 0x2_1f11_0000L));
    }

    @Test
    void revision1IsWrittenWithTwoPages() {
        assertThat(written(group(1, 40, 0x2_1f11_0000L))).isEqualTo(plain(REVISION_1));
    }

    @Test
    void revision2IsLaidOutAsRevision1() {
        assertThat(node(REVISION_2)).isEqualTo(group(2, 40, 0x2_1f11_0000L));
    }

    @Test
    void aSecondPageHasNoPlaceInRevision0() {
        assertThatThrownBy(() -> written(group(0, 32, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PMCG at 0x30: revision 0 has no register page 1, but it is 1");
    }

    private static Pmcg group(int revision, int length, long page1) {
        return new Pmcg(
                TableOf.head(length, revision),
                0x1_1f10_0000L,
                0x80000021L,
                0x48,
                page1,
                new TableArray<>(0, 0, List.of()));
    }
}
