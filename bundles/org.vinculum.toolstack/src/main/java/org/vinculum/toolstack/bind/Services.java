package org.vinculum.toolstack.bind;

import java.util.List;
import java.util.Optional;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.IdMapper;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.FirmwareReader;

/// What one run of `bind` works with.
///
/// @param readers best first
/// @param writers best first
public record Services(
        List<FirmwareReader> readers,
        List<GuestFirmwareWriter> writers,
        DeviceTreeCodec codec,
        IdMapper mapper) {
    private static final String ACPI = "iort";

    /// What writes the tables of a guest with ACPI.
    Optional<GuestFirmwareWriter> acpiWriter() {
        for (GuestFirmwareWriter writer : writers) {
            if (writer.format().equals(ACPI)) {
                return Optional.of(writer);
            }
        }
        return Optional.empty();
    }
}
