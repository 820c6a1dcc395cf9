package org.vinculum.itests.linux;

import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.OverlayMerge;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.qemu.run.Parts;
import org.vinculum.scenario.model.ScenarioRecorder;

/// What a live guest is made with, without a framework.
public record InstalledParts(List<GuestSmmuType> types, Optional<ScenarioRecorder> recorder)
        implements Parts {
    /// Both modes, and nobody who writes traces.
    public InstalledParts() {
        this(SmmuMode.all(), Optional.empty());
    }

    @Override
    public List<IommuModelFactory> models() {
        return InstalledHypervisor.models();
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return Optional.of(new TreeCodec());
    }

    @Override
    public Optional<Overlays> overlays() {
        return Optional.of(new OverlayMerge());
    }
}
