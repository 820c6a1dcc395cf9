package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Trees for tests, put together in memory so that no codec stands between a test and its subject.
final class TreeOf {
    private TreeOf() {}

    static DeviceTree root(Node... children) {
        Node root = node("", cells("#address-cells", 1), cells("#size-cells", 1));
        for (Node child : children) {
            root.add(child);
        }
        return DeviceTree.of(root);
    }

    static Node node(String name, Property... properties) {
        Node node = new Node(name);
        for (Property property : properties) {
            node.set(property);
        }
        return node;
    }

    static Property cells(String name, int... cells) {
        return Property.cells(name, cells);
    }

    static Property text(String name, String... strings) {
        return Property.strings(name, strings);
    }

    /// An SMMUv3 without a fault in its description.
    static Node smmuV3(int base, int phandle, Property... more) {
        Node node =
                node(
                        "iommu@" + Integer.toHexString(base),
                        text("compatible", "arm,smmu-v3"),
                        cells("reg", base, 0x20000),
                        cells("#iommu-cells", 1),
                        cells("phandle", phandle));
        for (Property property : more) {
            node.set(property);
        }
        return node;
    }
}
