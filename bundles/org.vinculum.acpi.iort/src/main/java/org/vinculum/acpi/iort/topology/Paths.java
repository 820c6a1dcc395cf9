package org.vinculum.acpi.iort.topology;

import java.util.HashSet;
import java.util.Set;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;

/// What nodes are called in a platform and in findings.
final class Paths {
    /// The longest object path that is used as a name; real ones have some four levels.
    static final int LONGEST_NAME = 255;

    /// The place of findings about the table as a whole.
    static final String TABLE = "IORT:0x0";

    private Paths() {}

    /// `IORT:0x<offset>`, the place of every finding and the path of what has no name.
    static String of(IortNode node) {
        return of(node.offset());
    }

    static String of(long offset) {
        return "IORT:" + Hex.of(offset);
    }

    /// The object path of a named component, or its place when the path is nothing that could be typed.
    static String of(NamedComponent component) {
        return isUsable(component.name()) ? component.name() : of(component.offset());
    }

    /// Offsets of the components whose name an earlier one has: Linux never finds them.
    static Set<Long> shadowed(Iort table) {
        Set<String> names = new HashSet<>();
        Set<Long> shadowed = new HashSet<>();
        for (IortNode node : table.nodes()) {
            if (node instanceof NamedComponent component && !names.add(component.name())) {
                shadowed.add(node.offset());
            }
        }
        return shadowed;
    }

    private static boolean isUsable(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) <= ' ' || name.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
