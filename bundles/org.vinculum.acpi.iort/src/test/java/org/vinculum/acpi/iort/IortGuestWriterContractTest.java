package org.vinculum.acpi.iort;

import java.util.Optional;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.tck.GuestFirmwareWriterContract;

class IortGuestWriterContractTest extends GuestFirmwareWriterContract {
    @Override
    protected GuestFirmwareWriter writer() {
        return new IortGuestWriter();
    }

    @Override
    protected Optional<FirmwareReader> reader() {
        return Optional.of(new IortFirmwareReader());
    }
}
