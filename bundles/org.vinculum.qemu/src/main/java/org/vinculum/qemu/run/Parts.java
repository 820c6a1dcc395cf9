package org.vinculum.qemu.run;

import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.scenario.model.ScenarioRecorder;

/// The services that a live guest is made with, as they are at the moment of use.
public interface Parts {
    /// Best first.
    List<GuestSmmuType> types();

    /// Best first.
    List<IommuModelFactory> models();

    Optional<DeviceTreeCodec> codec();

    Optional<Overlays> overlays();

    Optional<ScenarioRecorder> recorder();
}
