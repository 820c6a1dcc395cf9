package org.vinculum.acpi.iort;

import java.nio.file.Path;
import org.vinculum.firmware.InputFile;

/// The table of `docs/example`.
final class ExampleTable {
    private ExampleTable() {}

    static InputFile file() {
        Path json = Path.of(System.getProperty("vinculum.root"), "docs", "example", "iort.json");
        IortTables tables = new IortTables();
        return InputFile.of("iort.dat", tables.write(tables.readJson(InputFile.read(json))));
    }
}
