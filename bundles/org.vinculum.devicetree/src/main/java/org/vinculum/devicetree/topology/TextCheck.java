package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Properties that everybody compares as text must be text: at least one string, and a NUL at the end (DTSpec 0.4, 2.2.4).
final class TextCheck implements PropertyCheck {
    private final Reading reading;

    TextCheck(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void check(Node node, Property property) {
        if (!isText(property)) {
            reading.error(
                    "text-invalid",
                    node,
                    property.name(),
                    "this is no NUL-terminated text: no driver recognises the node by it");
        }
    }

    static boolean isText(Property property) {
        int length = property.length();
        return length > 0 && property.byteAt(length - 1) == 0;
    }
}
