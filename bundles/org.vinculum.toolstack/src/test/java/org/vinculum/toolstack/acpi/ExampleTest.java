package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.Workbench;

/// The example of a machine and a guest with ACPI gives what `docs/command-line.md` shows.
class ExampleTest {
    private static final Path DOCS = Path.of(System.getProperty("vinculum.root"), "docs");

    @Test
    void thePageShowsWhatIsBound() throws IOException {
        IortTables tables = new IortTables();
        byte[] board =
                tables.write(tables.readJson(InputFile.read(DOCS.resolve("example/iort.json"))));
        String page = Files.readString(DOCS.resolve("command-line.md")).replaceAll(" +", " ");

        GuestBinder.Result result =
                Workbench.withHostBytes("board.dat", board)
                        .reader(new IortFirmwareReader())
                        .writer(new IortGuestWriter())
                        .configFile(InputFile.read(DOCS.resolve("example/acpi-guest.cfg")))
                        .bind();

        assertThat(result.rows()).hasSize(3);
        for (GuestBinder.Row row : result.rows()) {
            assertThat(page)
                    .contains(
                            String.join(
                                    " ",
                                    List.of(
                                            row.guestNode(),
                                            row.hostDevice(),
                                            row.iommu(),
                                            row.psid(),
                                            row.vsid(),
                                            row.why())));
        }
    }
}
