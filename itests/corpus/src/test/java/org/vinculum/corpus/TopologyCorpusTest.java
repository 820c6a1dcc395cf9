package org.vinculum.corpus;

import static org.vinculum.corpus.Corpus.assertNone;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vinculum.checks.PlatformChecks;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.InputFile;

/// What `inspect` and `check` do, on every tree.
class TopologyCorpusTest {
    private final DeviceTreeFirmwareReader reader = new DeviceTreeFirmwareReader(new TreeCodec());
    private final FirmwareCheck checks = new PlatformChecks();

    @Test
    void theTopologyOfEveryTreeIsReadAndChecked() {
        assertNone(EveryTree.faults(this::readAndCheck), "trees cannot be inspected or checked");
    }

    private String readAndCheck(Path file) {
        Firmware firmware = reader.read(InputFile.read(file));
        firmware.platform().sharedStreams();
        checks.check(firmware.platform());
        return null;
    }
}
