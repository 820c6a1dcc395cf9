package org.vinculum.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;

/// What `check` finds in a device tree, through the real codec and reader.
record Report(List<Finding> findings) {
    static Report of(InputFile file) {
        Firmware firmware = new DeviceTreeFirmwareReader(new TreeCodec()).read(file);
        List<Finding> findings = new ArrayList<>(firmware.findings());
        findings.addAll(new PlatformChecks().check(firmware.platform()));
        findings.sort(Finding.REPORT_ORDER);
        return new Report(List.copyOf(findings));
    }

    static Report of(String source) {
        return of(InputFile.of("t.dts", source.getBytes(StandardCharsets.UTF_8)));
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
