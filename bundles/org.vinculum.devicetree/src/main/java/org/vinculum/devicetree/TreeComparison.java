package org.vinculum.devicetree;

import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.devicetree.diff.StructuralDiff;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.TreeDiff;

/// The service that compares trees.
@Component(name = "org.vinculum.devicetree.diff")
@Capability(namespace = "vinculum.contract", name = "devicetree.diff", version = "1.0")
public final class TreeComparison implements TreeDiff {
    @Override
    public List<Difference> compare(DeviceTree before, DeviceTree after) {
        return StructuralDiff.between(before, after);
    }
}
