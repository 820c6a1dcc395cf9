package org.vinculum.devicetree;

import java.nio.file.Path;
import java.util.List;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.tck.FirmwareReaderContract;

class DeviceTreeFirmwareReaderContractTest extends FirmwareReaderContract {
    private static final DeviceTreeCodec CODEC = new TreeCodec();

    @Override
    protected FirmwareReader reader() {
        return new DeviceTreeFirmwareReader(CODEC);
    }

    /// As source and as a blob.
    @Override
    protected List<InputFile> samples() {
        Path example = Path.of(System.getProperty("vinculum.root"), "docs", "example");
        InputFile source = InputFile.read(example.resolve("host.dts"));
        return List.of(
                source, InputFile.of("host.dtb", CODEC.write(CODEC.read(source), TreeFormat.DTB)));
    }
}
