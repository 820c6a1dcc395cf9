package org.vinculum.devicetree.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Applies compiled overlays inside the bytes of a blob. A service, stateless and safe for use by several threads.
@ProviderType
public interface InPlaceOverlays {
    /// The blob that results when every change is made inside the base's blob, as boot loaders and `fdtoverlay` do it:
    /// the same tree as [Overlays#apply] gives, but with the strings, the order and the padding that this leaves. All or
    /// nothing.
    ///
    /// @param base a blob
    /// @throws UnreadableInputException when the base is no blob, or naming the overlay and the fragment, fixup or target at
    ///     fault
    byte[] apply(InputFile base, List<Overlays.Named> overlays);
}
