package org.vinculum.acpi.iort;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.acpi.iort.guest.GuestTable;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.OutputFile;

/// Writes the IORT of guests that start with ACPI.
@Component(name = "org.vinculum.acpi.iort.guest")
@Capability(namespace = "vinculum.contract", name = "guest.firmware.writer", version = "1.0")
public final class IortGuestWriter implements GuestFirmwareWriter {
    @Override
    public String format() {
        return "iort";
    }

    @Override
    public OutputFile write(Guest guest) {
        return new OutputFile("iort.dat", IortWriter.write(GuestTable.of(guest)));
    }
}
