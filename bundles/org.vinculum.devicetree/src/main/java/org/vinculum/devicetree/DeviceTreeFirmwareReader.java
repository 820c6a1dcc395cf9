package org.vinculum.devicetree;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.topology.PlatformReader;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;

/// Reads the topology out of blobs and sources, whichever codec parses them.
@Component(name = "org.vinculum.devicetree.reader")
@Capability(namespace = "vinculum.contract", name = "firmware.reader", version = "1.0")
public final class DeviceTreeFirmwareReader implements FirmwareReader {
    private final DeviceTreeCodec codec;

    @Activate
    public DeviceTreeFirmwareReader(@Reference DeviceTreeCodec codec) {
        this.codec = codec;
    }

    @Override
    public String format() {
        return PlatformReader.FORMAT;
    }

    @Override
    public boolean recognises(InputFile file) {
        return FirmwareFormat.of(file).filter(f -> f.reader().equals(format())).isPresent();
    }

    @Override
    public Firmware read(InputFile file) {
        return PlatformReader.read(file.name(), codec.read(file));
    }
}
