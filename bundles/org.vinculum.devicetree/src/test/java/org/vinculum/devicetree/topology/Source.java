package org.vinculum.devicetree.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// Device-tree source as test data, read the way `inspect` reads a file.
record Source(Firmware firmware) {
    private static final String HEAD =
            """
            /dts-v1/;
            / {
                #address-cells = <1>;
                #size-cells = <1>;
            """;

    /// The nodes of a tree whose root has one address and one size cell.
    static Source of(String nodes) {
        byte[] text = (HEAD + nodes + "};").getBytes(StandardCharsets.UTF_8);
        InputFile file = InputFile.of("t.dts", text);
        return new Source(new DeviceTreeFirmwareReader(new TreeCodec()).read(file));
    }

    Platform platform() {
        return firmware.platform();
    }

    Iommu iommu(String path) {
        return platform().iommu(path).orElseThrow();
    }

    Master master(String path) {
        return platform().masters().stream()
                .filter(m -> m.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    Bus bus(String path) {
        return platform().buses().stream()
                .filter(b -> b.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /// The stream of a requester as text, `bypass` when nothing matches.
    String stream(String bus, long requester) {
        return bus(bus).stream(requester).map(Object::toString).orElse("bypass");
    }

    List<String> codes() {
        return firmware.findings().stream().map(Finding::code).toList();
    }
}
