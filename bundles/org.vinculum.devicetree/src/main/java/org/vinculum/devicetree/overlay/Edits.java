package org.vinculum.devicetree.overlay;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Hears of every change of the base before it is made, in order.
interface Edits {
    /// For results that are trees only.
    Edits IGNORED =
            new Edits() {
                @Override
                public void set(Node node, Property property) {}

                @Override
                public void add(Node parent, String child) {}
            };

    void set(Node node, Property property);

    void add(Node parent, String child);
}
