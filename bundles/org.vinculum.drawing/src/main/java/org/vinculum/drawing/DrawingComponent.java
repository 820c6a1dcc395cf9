package org.vinculum.drawing;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.PlatformDrawing;

/// Offers the drawing as a service.
@Component(name = "org.vinculum.drawing")
@Capability(namespace = "vinculum.contract", name = "platform.drawing", version = "1.0")
public final class DrawingComponent implements PlatformDrawing {
    private final PlatformDrawing drawing = new LayeredDrawing();

    @Override
    public String svg(Platform platform, String title) {
        return drawing.svg(platform, title);
    }
}
