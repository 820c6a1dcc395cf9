package org.vinculum.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;

/// What `check` finds in a device tree or a table, through the real codecs and readers.
record Report(List<Finding> findings) {
    private static final List<FirmwareReader> READERS =
            List.of(new DeviceTreeFirmwareReader(new TreeCodec()), new IortFirmwareReader());

    static Report of(InputFile file) {
        Firmware firmware = FirmwareFormat.readerFor(file, READERS).read(file);
        List<Finding> findings = new ArrayList<>(firmware.findings());
        findings.addAll(new PlatformChecks().check(firmware.platform()));
        findings.sort(Finding.REPORT_ORDER);
        return new Report(List.copyOf(findings));
    }

    static Report of(String source) {
        return of(InputFile.of("t.dts", source.getBytes(StandardCharsets.UTF_8)));
    }

    /// @param json a table as `iort encode` takes it
    static Report ofTable(String json) {
        IortTables tables = new IortTables();
        byte[] document = json.getBytes(StandardCharsets.UTF_8);
        byte[] table = tables.write(tables.readJson(InputFile.of("t.json", document)));
        return of(InputFile.of("t.dat", table));
    }

    /// One line a finding, as `check` prints it.
    List<String> lines() {
        return findings.stream().map(Report::line).toList();
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).distinct().toList();
    }

    private static String line(Finding f) {
        String severity = f.severity().name().toLowerCase(Locale.ROOT);
        return severity + " " + f.code() + " " + f.place() + ": " + f.message();
    }
}
