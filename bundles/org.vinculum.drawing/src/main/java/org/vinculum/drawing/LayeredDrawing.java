package org.vinculum.drawing;

import org.vinculum.firmware.Platform;
import org.vinculum.firmware.PlatformDrawing;

/// Draws a platform in two columns, devices on the left and IOMMUs on the right, with the IDs on the links.
public final class LayeredDrawing implements PlatformDrawing {
    @Override
    public String svg(Platform platform, String title) {
        Diagram diagram = PlatformDiagram.of(platform, title);
        return SvgPicture.of(diagram, LayeredLayout.of(diagram));
    }
}
