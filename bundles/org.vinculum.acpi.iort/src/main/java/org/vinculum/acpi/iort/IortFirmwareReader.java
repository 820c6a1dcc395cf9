package org.vinculum.acpi.iort;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.iort.topology.PlatformReader;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;

/// Reads the topology out of IO remapping tables.
@Component(name = "org.vinculum.acpi.iort.reader")
@Capability(namespace = "vinculum.contract", name = "firmware.reader", version = "1.0")
public final class IortFirmwareReader implements FirmwareReader {
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
        return PlatformReader.read(file, IortReader.read(file));
    }
}
