package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.hex;
import static org.vinculum.acpi.iort.table.TableOf.node;
import static org.vinculum.acpi.iort.table.TableOf.plain;
import static org.vinculum.acpi.iort.table.TableOf.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

class RootComplexTest {
    private static final String BODY = "01000000 0c 2211 03 07000080 feff0000";
    private static final String REVISION_0 = "02 2000 00 64636261 00000000 20000000" + BODY;
    private static final String REVISION_1 =
            "02 2400 01 64636261 00000000 24000000" + BODY + "30 000000";
    private static final String REVISION_2 =
            "02 2400 02 64636261 00000000 24000000" + BODY + "30 1480 00";
    private static final String REVISION_3 =
            "02 2400 03 64636261 00000000 24000000" + BODY + "30 1480 00";
    private static final String REVISION_4 =
            "02 2800 04 64636261 00000000 28000000" + BODY + "30 1480 00 01000040";

    @Test
    void revision0EndsWithTheSegment() {
        assertThat(node(REVISION_0)).isEqualTo(complex(0, 32, 0, 0, 0));
    }

    @Test
    void revision1HasAnAddressLimit() {
        assertThat(node(REVISION_1)).isEqualTo(complex(1, 36, 48, 0, 0));
    }

    @Test
    void revision2HasPasidCapabilities() {
        assertThat(node(REVISION_2)).isEqualTo(complex(2, 36, 48, 0x8014, 0));
    }

    @Test
    void revision3IsLaidOutAsRevision2() {
        assertThat(node(REVISION_3)).isEqualTo(complex(3, 36, 48, 0x8014, 0));
    }

    @Test
    void revision4HasFlags() {
        assertThat(node(REVISION_4)).isEqualTo(complex(4, 40, 48, 0x8014, 0x40000001));
    }

    @Test
    void aLaterRevisionIsReadAsTheLastKnown() {
        assertThat(node(REVISION_4.replace("2800 04", "2800 ff")))
                .isEqualTo(complex(255, 40, 48, 0x8014, 0x40000001));
    }

    @Test
    void everyRevisionIsWrittenAsItIsRead() {
        for (String hex : List.of(REVISION_0, REVISION_1, REVISION_2, REVISION_3, REVISION_4)) {
            assertThat(written(node(hex))).isEqualTo(plain(hex));
        }
    }

    @Test
    void revision0KeepsWhatALaterOneWouldHaveAsSlack() {
        String longer = REVISION_0.replace("2000 00", "2400 00") + "30 000000";

        assertThat(node(longer)).isEqualTo(complex(0, 36, 0, 0, 0));
        assertThat(TableOf.read(hex(1, longer)).slack())
                .containsExactly(new Slack(0x50, new byte[] {0x30}));
    }

    @Test
    void aNodeTooShortForItsRevisionIsKeptAsBytes() {
        String shorter = REVISION_0.replace("2000 00", "2000 01");

        assertThat(node(shorter))
                .isEqualTo(
                        new UnknownNode(
                                new NodeHead(0x30, 32, 1, 0x61626364),
                                2,
                                TableOf.bytes(BODY),
                                new TableArray<>(32, 0, List.of())));
        assertThat(written(node(shorter))).isEqualTo(plain(shorter));
    }

    @Test
    void anAddressLimitHasNoPlaceInRevision0() {
        assertThatThrownBy(() -> written(complex(0, 36, 48, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "root complex of segment 65534 at 0x30: revision 0 has no address limit,"
                                + " but it is 48");
    }

    @Test
    void flagsHaveNoPlaceInRevision3() {
        assertThatThrownBy(() -> written(complex(3, 40, 48, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("revision 3 has no flags, but it is 1");
    }

    private static RootComplex complex(
            int revision, int length, int limit, int capabilities, int flags) {
        return new RootComplex(
                TableOf.head(length, revision),
                new MemoryAccess(1, 0x0c, 0x1122, 3),
                0x80000007,
                0xfffe,
                limit,
                capabilities,
                flags,
                new TableArray<>(revision == 0 ? 32 : revision < 4 ? 36 : 40, 0, List.of()));
    }
}
