package org.vinculum.machine.host;

import java.util.List;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Platform;
import org.vinculum.iommu.IommuModelFactory;

/// A host as it was found.
///
/// @param file its description, for whoever binds to it
/// @param models best first
public record Host(
        InputFile file, Platform platform, HostTree tree, List<IommuModelFactory> models) {
    public Host {
        models = List.copyOf(models);
    }
}
