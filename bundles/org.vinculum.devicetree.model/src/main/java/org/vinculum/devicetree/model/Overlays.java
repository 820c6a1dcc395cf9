package org.vinculum.devicetree.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.InputFile;
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

    /// The blob that results when every change is made inside the base's blob, as boot loaders and `fdtoverlay` do it:
    /// the same tree as [#apply] gives, but with the strings, the order and the padding that this leaves. All or nothing.
    ///
    /// @param base a blob
    /// @throws UnreadableInputException when the base is no blob, or naming the overlay and the fragment, fixup or target at
    ///     fault
    byte[] applyInPlace(InputFile base, List<Named> overlays);
}
