package org.vinculum.machine.run;

import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Platform;
import org.vinculum.machine.host.Host;
import org.vinculum.machine.host.HostTree;

/// Reads a host's description with whatever bundle reads its format.
final class HostReading {
    private static final String DEVICE_TREE = "devicetree";

    private HostReading() {}

    /// @throws org.vinculum.firmware.UnreadableInputException when nobody understands it
    static Host of(InputFile file, Parts parts) {
        Platform platform = FirmwareFormat.readerFor(file, parts.readers()).read(file).platform();
        return new Host(file, platform, tree(file, platform, parts), parts.models());
    }

    private static HostTree tree(InputFile file, Platform platform, Parts parts) {
        return parts.codec()
                .filter(_ -> platform.format().equals(DEVICE_TREE))
                .map(codec -> HostTree.of(codec.read(file)))
                .orElse(HostTree.SILENT);
    }
}
