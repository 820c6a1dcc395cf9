package org.vinculum.firmware;

import org.osgi.annotation.versioning.ProviderType;

/// Draws a platform: IOMMUs, masters, IDs on the edges, shared streams marked. A service.
@ProviderType
public interface PlatformDrawing {
    /// A complete SVG document; the same platform gives the same text on every machine.
    ///
    /// @param title shown above the picture, usually the input's name
    String svg(Platform platform, String title);
}
