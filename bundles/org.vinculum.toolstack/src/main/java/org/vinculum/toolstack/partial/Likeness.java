package org.vinculum.toolstack.partial;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// How a node of the partial tree may show that it stands for a host device, strongest first. Two are alike when they
/// have a key in common.
enum Likeness {
    /// The same name and unit address, as libxl users write it: `ethernet@fff51000`.
    NAME,
    /// The same name without the address, and a compatible string in common: the registers were moved.
    MOVED,
    /// A compatible string in common: the node was renamed.
    COMPATIBLE,
    /// The same name without the address: the compatible string was replaced.
    BASE_NAME;

    /// @param name with unit address
    /// @param node null where only the name is known
    List<String> keys(String name, Node node) {
        return switch (this) {
            case NAME -> List.of(name);
            case BASE_NAME -> List.of(baseName(name));
            case MOVED -> compatible(baseName(name) + " ", node);
            case COMPATIBLE -> compatible("", node);
        };
    }

    private static List<String> compatible(String prefix, Node node) {
        if (node == null || !node.has("compatible")) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (String string : node.property("compatible").map(Property::strings).orElseThrow()) {
            if (!string.equals("simple-bus")) {
                keys.add(prefix + string);
            }
        }
        return keys;
    }

    private static String baseName(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
