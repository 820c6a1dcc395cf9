package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.table.TableOf.bytes;
import static org.vinculum.acpi.iort.table.TableOf.hex;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Slack;

class SlackTest {
    /// An ITS group of one identifier whose node goes on for 32 bytes.
    private static final String ITS = "00 3400 00 00000000 00000000 00000000 01000000 07000000";

    /// Where those 32 bytes are.
    private static final int BEHIND = 0x30 + 24;

    @Test
    void zeroPaddingIsNoSlack() {
        assertThat(slackOf("00".repeat(28))).isEmpty();
    }

    @Test
    void aByteThatNoFieldSaysIsSlack() {
        assertThat(slackOf("00".repeat(5) + "ab" + "00".repeat(22)))
                .containsExactly(new Slack(BEHIND + 5, bytes("ab")));
    }

    @Test
    void runsWithAFewZeroBytesBetweenThemAreTold() {
        String run = "01" + "00".repeat(16) + "02";

        assertThat(slackOf(run + "00".repeat(10))).containsExactly(new Slack(BEHIND, bytes(run)));
    }

    @Test
    void runsFarApartAreToldOneByOne() {
        assertThat(slackOf("01" + "00".repeat(17) + "02" + "00".repeat(9)))
                .containsExactly(
                        new Slack(BEHIND, bytes("01")), new Slack(BEHIND + 18, bytes("02")));
    }

    @Test
    void aFieldBetweenTwoRunsEndsTheFirst() {
        String component =
                """
                01 2800 00 00000000 00000000 00000000
                00000000 00000000 00 0000 00 00 4100 4200 43000000 000000
                """;

        assertThat(TableOf.read(hex(1, component)).slack())
                .containsExactly(new Slack(0x30 + 31, bytes("420043")));
    }

    @Test
    void aFieldWrittenOverSlackWins() {
        Iort read =
                TableOf.read(
                        hex(
                                1,
                                """
                                01 2800 00 00000000 00000000 00000000
                                00000000 00000000 00 0000 00 00 4100 4242 42000000 000000
                                """));
        NamedComponent old = (NamedComponent) read.nodes().getFirst();
        NamedComponent renamed =
                new NamedComponent(old.head(), 0, old.memory(), 0, "XYZ", old.mappings());
        Iort changed =
                new Iort(
                        read.header(),
                        read.length(),
                        1,
                        0x30,
                        List.of(renamed),
                        read.slack(),
                        read.trailing());

        Iort again = TableOf.read(IortWriter.write(changed));

        assertThat(again.nodes()).containsExactly(renamed);
        assertThat(again.slack()).containsExactly(new Slack(0x30 + 33, bytes("42")));
    }

    @Test
    void theReservedWordOfTheTableIsSlack() {
        byte[] table = hex(0);
        table[47] = 1;

        assertThat(TableOf.read(table).slack()).containsExactly(new Slack(47, bytes("01")));
    }

    private static List<Slack> slackOf(String behind) {
        byte[] table = hex(1, ITS, behind);
        List<Slack> slack = TableOf.read(table).slack();
        assertThat(IortWriter.write(TableOf.read(table))).isEqualTo(table);
        return slack;
    }
}
