package org.vinculum.devicetree.source;

import java.nio.charset.StandardCharsets;

/// Takes away the `name` properties of early Open Firmware trees, which repeat the node's name.
final class NameProperties {
    private NameProperties() {}

    static void remove(SourceTree tree) {
        tree.forEach(NameProperties::remove);
    }

    private static void remove(SourceNode node) {
        SourceProperty property = node.property("name");
        if (property == null) {
            return;
        }
        String value = new String(property.value().bytes(), StandardCharsets.ISO_8859_1);
        String base = node.name().substring(0, baseLength(node.name()));
        if (!value.equals(base + "\0")) {
            throw property.place()
                    .expected("\"name\" to repeat " + Readable.text(base), Readable.text(value));
        }
        property.delete();
    }

    private static int baseLength(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name.length() : at;
    }
}
