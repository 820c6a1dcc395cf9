package org.vinculum.devicetree.topology;

import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// `status` has one of a few values, and everything else disables the node (DTSpec 0.4, 2.3.4).
final class StatusCheck implements PropertyCheck {
    private static final Set<String> KNOWN = Set.of("okay", "ok", "disabled", "reserved", "fail");

    private final Reading reading;
    private final TextCheck text;

    StatusCheck(Reading reading, TextCheck text) {
        this.reading = reading;
        this.text = text;
    }

    @Override
    public void check(Node node, Property property) {
        text.check(node, property);
        String status = property.string();
        if (TextCheck.isText(property) && !KNOWN.contains(status) && !status.startsWith("fail-")) {
            reading.warning(
                    "status-unknown",
                    node,
                    "status",
                    "'"
                            + Printable.of(status)
                            + "' is no known status: the node counts as disabled");
        }
    }
}
