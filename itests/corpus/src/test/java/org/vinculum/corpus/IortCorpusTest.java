package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// IORT tables in, IORT tables out.
class IortCorpusTest {
    /// Longer than any table takes on any machine, shorter than a user would wait.
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private final IortCodec codec = new IortTables();

    @Test
    void aShippingTableIsWrittenByteForByteAsItWasRead() {
        for (Path file : TableFiles.shipping()) {
            assertThat(IortWriter.write(read(file)))
                    .as(file.toString())
                    .isEqualTo(Corpus.bytes(file));
        }
    }

    @Test
    void aHostileTableIsRefusedOrWrittenByteForByteAsItWasRead() {
        int read = 0;
        for (Path file : TableFiles.hostile()) {
            byte[] written = assertTimeoutPreemptively(NO_HANG, () -> writtenOrNull(file));
            if (written != null) {
                assertThat(written).as(file.toString()).isEqualTo(Corpus.bytes(file));
                read++;
            }
        }
        System.out.println("hostile tables read: " + read + " of " + TableFiles.hostile().size());
    }

    @Test
    void aShippingTableComesBackFromJsonByteForByte() {
        for (Path file : TableFiles.shipping()) {
            assertThat(throughJson(read(file))).as(file.toString()).isEqualTo(Corpus.bytes(file));
        }
    }

    @Test
    void aHostileTableThatIsReadComesBackFromJsonByteForByte() {
        for (Path file : TableFiles.hostile()) {
            if (writtenOrNull(file) != null) {
                assertThat(assertTimeoutPreemptively(NO_HANG, () -> throughJson(read(file))))
                        .as(file.toString())
                        .isEqualTo(Corpus.bytes(file));
            }
        }
    }

    /// What no field accounts for is one byte in a root complex of revision 0: an address limit, which came with
    /// revision 1.
    @Test
    void noFieldOfAShippingTableIsLeftToTheSlack() {
        for (Path file : TableFiles.shipping()) {
            Iort table = read(file);
            for (Slack slack : table.slack()) {
                System.out.println(file.getFileName() + " has slack at " + slack);
                assertThat(holderOf(slack, table))
                        .as(file + " " + slack)
                        .isInstanceOf(RootComplex.class);
                assertThat(holderOf(slack, table).head().revision()).isZero();
                assertThat(slack.offset()).isEqualTo(holderOf(slack, table).offset() + 32);
                assertThat(slack.bytes()).hasSize(1);
            }
        }
    }

    @Test
    void aShippingTableArrangedSaysTheSame() {
        for (Path file : TableFiles.shipping()) {
            Iort arranged = Arrangement.of(read(file));

            Iort again = IortReader.read(InputFile.of("arranged", IortWriter.write(arranged)));

            assertThat(again).as(file.toString()).isEqualTo(arranged);
        }
    }

    /// QEMU lays a table out as we do, so that arranging one changes nothing.
    @Test
    void aTableOfQemuIsArrangedAlready() {
        List<Path> changed = new ArrayList<>(TableFiles.shipping());
        changed.removeIf(file -> !file.getFileName().toString().startsWith("qemu"));
        assertThat(changed).isNotEmpty();

        changed.removeIf(file -> Arrangement.of(read(file)).equals(read(file)));

        assertThat(changed).isEmpty();
    }

    private static IortNode holderOf(Slack slack, Iort table) {
        return table.nodes().reversed().stream()
                .filter(node -> node.offset() <= slack.offset())
                .findFirst()
                .orElseThrow();
    }

    private static Iort read(Path file) {
        return IortReader.read(InputFile.read(file));
    }

    private byte[] throughJson(Iort table) {
        return codec.write(codec.readJson(InputFile.of("table.json", codec.writeJson(table))));
    }

    private static byte[] writtenOrNull(Path file) {
        try {
            return IortWriter.write(read(file));
        } catch (UnreadableInputException e) {
            assertThat(e).hasMessageMatching(".*: offset 0x[0-9a-f]+: expected .+, found .+");
            return null;
        }
    }
}
