package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Looks for faults in properties of one name, wherever in the tree they are.
interface PropertyCheck {
    void check(Node node, Property property);
}
