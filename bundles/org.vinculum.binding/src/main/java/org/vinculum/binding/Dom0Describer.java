package org.vinculum.binding;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;

/// Makes the description that dom0 gets: one virtual IOMMU in the place of each physical one. A service per format.
@ProviderType
public interface Dom0Describer {
    /// @param file the description, in the format of the host's
    /// @param notes which virtual IOMMU stands for which physical one, and what was left out, in the host's order
    record Result(OutputFile file, List<Finding> notes) {}

    /// The [org.vinculum.firmware.FirmwareReader#format()] it is for.
    String format();

    /// @throws org.vinculum.firmware.UnreadableInputException when the host's description cannot be understood
    Result describe(InputFile host);
}
