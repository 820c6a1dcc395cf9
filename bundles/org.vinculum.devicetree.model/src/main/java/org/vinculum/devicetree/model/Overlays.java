package org.vinculum.devicetree.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.UnreadableInputException;

/// Applies compiled overlays. A service, stateless and safe for use by several threads.
@ProviderType
public interface Overlays {
    /// A tree read from a file, whose name messages need.
    record Named(String name, DeviceTree tree) {}

    /// A new tree with the overlays applied in order, all or nothing: `base` is never changed.
    ///
    /// @throws UnreadableInputException naming the overlay and the fragment, fixup or target at fault
    DeviceTree apply(Named base, List<Named> overlays);
}
