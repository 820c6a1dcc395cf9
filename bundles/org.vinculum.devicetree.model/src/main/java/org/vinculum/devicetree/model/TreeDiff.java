package org.vinculum.devicetree.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/// Says what has to change to make one tree another. A service, stateless and safe for use by several threads.
@ProviderType
public interface TreeDiff {
    /// The differences in the order of the trees: for each node its properties, then its children; what only `after` has
    /// follows what `before` has. The order of properties and of children is not a difference. Empty for equal trees.
    List<Difference> compare(DeviceTree before, DeviceTree after);
}
