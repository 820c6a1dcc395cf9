package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableHeader;

class HeaderTest {
    /// Two bytes between the header and the nodes, and three behind the table.
    private static final byte[] TABLE =
            bytes(
                    """
                    494f5254 34000000 06 c3 4f454d000000 414243444546 4748 010000f0
                    49004e00 03000080
                    000000f0 34000000 00000000 0000aa00
                    010203
                    """);

    private static final Iort MODEL =
            new Iort(
                    new TableHeader(6, 0xc3, "OEM", "ABCDEFGH", 0xf0000001L, "I\0N", 0x80000003L),
                    52,
                    0xf0000000L,
                    52,
                    List.of(),
                    List.of(new Slack(50, new byte[] {(byte) 0xaa})),
                    new Slack(52, new byte[] {1, 2, 3}));

    @Test
    void everyFieldIsReadFromItsPlace() {
        assertThat(TableOf.read(TABLE)).isEqualTo(MODEL);
    }

    @Test
    void everyFieldIsWrittenToItsPlace() {
        assertThat(IortWriter.write(MODEL)).isEqualTo(TABLE);
    }

    @Test
    void anOemIdHasSixCharacters() {
        TableHeader header = new TableHeader(6, 0, "SEVENTH", "", 0, "", 0);

        assertThatThrownBy(() -> IortWriter.write(with(header, 48)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"SEVENTH\" is longer than 6 characters");
    }

    @Test
    void aTableIsNeverShorterThanItsHeader() {
        assertThatThrownBy(() -> IortWriter.write(with(MODEL.header(), 47)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a table is 48 to 4194304 bytes long, not 47");
    }

    @Test
    void aTableThatWouldFillTheMemoryIsNotWritten() {
        assertThatThrownBy(() -> IortWriter.write(with(MODEL.header(), 0xffff_ffffL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a table is 48 to 4194304 bytes long, not 4294967295");
    }

    private static Iort with(TableHeader header, long length) {
        return new Iort(
                header, length, 0, 48, List.of(), List.of(), new Slack(length, new byte[0]));
    }
}
