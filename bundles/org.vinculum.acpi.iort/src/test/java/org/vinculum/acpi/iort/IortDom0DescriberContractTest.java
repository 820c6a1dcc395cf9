package org.vinculum.acpi.iort;

import java.util.List;
import java.util.Optional;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.tck.Dom0DescriberContract;

class IortDom0DescriberContractTest extends Dom0DescriberContract {
    @Override
    protected Dom0Describer describer() {
        return new IortDom0Describer();
    }

    @Override
    protected List<InputFile> samples() {
        return List.of(ExampleTable.file());
    }

    @Override
    protected Optional<FirmwareReader> reader() {
        return Optional.of(new IortFirmwareReader());
    }
}
