package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.hex;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;

class SmmuV3Test {
    private static final String BODY =
            """
            0000040801000000 1b000080 00000000 0000060802000000 02000000
            6a000000 6b000000 6c000000 6d0000f0
            """;
    private static final String MAPPING = "00000100 ffff0000 00000200 30000000 00000000";
    private static final String REVISION_0 =
            "04 5000 00 64636261 01000000 3c000000" + BODY + MAPPING;
    private static final String REVISION_1 =
            "04 5800 01 64636261 01000000 44000000" + BODY + "05000000 06000000" + MAPPING;
    private static final String REVISION_5 = REVISION_1.replace("5800 01", "5800 05");

    @Test
    void revision0EndsWithTheInterrupts() {
        assertThat(node(REVISION_0)).isEqualTo(smmu(0, 80, 0, 0, 60));
    }

    @Test
    void revision0IsWrittenUpToTheInterrupts() {
        assertThat(written(smmu(0, 80, 0, 0, 60))).isEqualTo(plain(REVISION_0));
    }

    @Test
    void revision1HasAProximityDomainAndAnIndex() {
        assertThat(node(REVISION_1)).isEqualTo(smmu(1, 88, 5, 6, 68));
    }

    @Test
    void revision1IsWrittenUpToTheIndex() {
        assertThat(written(smmu(1, 88, 5, 6, 68))).isEqualTo(plain(REVISION_1));
    }

    @Test
    void revision5IsLaidOutAsRevision1() {
        assertThat(node(REVISION_5)).isEqualTo(smmu(5, 88, 5, 6, 68));
        assertThat(written(smmu(5, 88, 5, 6, 68))).isEqualTo(plain(REVISION_5));
    }

    @Test
    void theReservedWordBehindTheFlagsIsSlack() {
        String reserved = REVISION_5.replace("1b000080 00000000", "1b000080 00ab0000");

        assertThat(TableOf.read(hex(1, reserved)).slack())
                .containsExactly(new Slack(0x30 + 29, new byte[] {(byte) 0xab}));
    }

    @Test
    void anIndexHasNoPlaceInRevision0() {
        assertThatThrownBy(() -> written(smmu(0, 80, 0, 6, 60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SMMUv3 at 0x30: revision 0 has no DeviceID mapping index, but it is 6");
    }

    @Test
    void aValueOfMoreThan32BitsHasNoPlace() {
        assertThatThrownBy(() -> written(smmu(1, 88, 1L << 32, 0, 68)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SMMUv3 at 0x30: 4294967296 does not fit into 32 bits");
    }

    private static SmmuV3 smmu(int revision, int length, long domain, long index, int mappings) {
        return new SmmuV3(
                TableOf.head(length, revision),
                0x1_0804_0000L,
                0x8000001b,
                0x2_0806_0000L,
                2,
                0x6a,
                0x6b,
                0x6c,
                0xf000006dL,
                domain,
                index,
                new TableArray<>(
                        mappings, 1, List.of(new IdMapping(0x10000, 0xffff, 0x20000, 0x30, 0))));
    }
}
