package org.vinculum.toolstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.tck.Dom0DescriberContract;

class DeviceTreeDom0DescriberContractTest extends Dom0DescriberContract {
    @Override
    protected Dom0Describer describer() {
        return new DeviceTreeDom0Describer(Workbench.CODEC);
    }

    @Override
    protected List<InputFile> samples() {
        Path example = Path.of(System.getProperty("vinculum.root"), "docs", "example");
        return List.of(InputFile.read(example.resolve("host.dts")));
    }

    @Override
    protected Optional<FirmwareReader> reader() {
        return Optional.of(new DeviceTreeFirmwareReader(Workbench.CODEC));
    }
}
