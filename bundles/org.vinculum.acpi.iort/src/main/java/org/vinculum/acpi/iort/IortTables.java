package org.vinculum.acpi.iort;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.acpi.iort.json.IortJsonReader;
import org.vinculum.acpi.iort.json.IortJsonWriter;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.firmware.InputFile;

/// The codec service: tables as bytes, arranged, and as JSON.
@Component(name = "org.vinculum.acpi.iort.codec")
@Capability(namespace = "vinculum.contract", name = "iort.codec", version = "1.0")
public final class IortTables implements IortCodec {
    @Override
    public Iort read(InputFile file) {
        return IortReader.read(file);
    }

    @Override
    public byte[] write(Iort table) {
        return IortWriter.write(table);
    }

    @Override
    public Iort arrange(Iort table) {
        return Arrangement.of(table);
    }

    @Override
    public Iort readJson(InputFile file) {
        return IortJsonReader.read(file);
    }

    @Override
    public byte[] writeJson(Iort table) {
        return IortJsonWriter.write(table);
    }
}
