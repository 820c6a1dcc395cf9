package org.vinculum.devicetree;

import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.overlay.OverlayApplication;
import org.vinculum.firmware.InputFile;

/// The services that apply overlays.
@Component(name = "org.vinculum.devicetree.overlays")
@Capability(namespace = "vinculum.contract", name = "devicetree.overlays", version = "1.0")
public final class OverlayMerge implements Overlays, InPlaceOverlays {
    @Override
    public DeviceTree apply(Named base, List<Named> overlays) {
        return OverlayApplication.apply(base, overlays);
    }

    @Override
    public byte[] apply(InputFile base, List<Named> overlays) {
        return OverlayApplication.applyInPlace(base, overlays);
    }
}
