package org.vinculum.acpi.iort;

import java.util.List;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.tck.FirmwareReaderContract;

class IortFirmwareReaderContractTest extends FirmwareReaderContract {
    @Override
    protected FirmwareReader reader() {
        return new IortFirmwareReader();
    }

    @Override
    protected List<InputFile> samples() {
        return List.of(ExampleTable.file());
    }
}
