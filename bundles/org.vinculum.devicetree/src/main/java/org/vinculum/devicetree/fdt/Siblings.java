package org.vinculum.devicetree.fdt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.devicetree.model.Node;

/// Finds children of one name under one node (DTSpec 0.4, 2.2.1.1: names of siblings are unique).
final class Siblings {
    /// Up to here comparing each with each costs less than hashing them.
    private static final int COMPARED = 12;

    /// A name that occurs twice, null when there is none.
    String repeated(List<Node> children) {
        return children.size() <= COMPARED ? compared(children) : hashed(children);
    }

    private static String compared(List<Node> children) {
        for (int i = 1; i < children.size(); i++) {
            String name = children.get(i).name();
            for (int j = 0; j < i; j++) {
                if (name.equals(children.get(j).name())) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String hashed(List<Node> children) {
        Set<String> seen = HashSet.newHashSet(children.size());
        for (int i = 0; i < children.size(); i++) {
            if (!seen.add(children.get(i).name())) {
                return children.get(i).name();
            }
        }
        return null;
    }
}
