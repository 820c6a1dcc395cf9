package org.vinculum.devicetree.overlay;

import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;

/// The copy of the base that overlays go into, with what has to be found in it, and a record of what was changed.
///
/// Changes go where in-place edits of a blob put them: new properties before the others, new nodes before the others.
final class Base {
    private final String name;
    private final DeviceTree tree;
    private final NodeNames names;
    private final Phandles phandles;
    private final Edits edits;

    Base(Named base, Edits edits) {
        this.name = base.name();
        this.tree = base.tree().copy();
        this.names = new NodeNames(tree.root());
        this.phandles = new Phandles(tree);
        this.edits = edits;
    }

    String name() {
        return name;
    }

    DeviceTree tree() {
        return tree;
    }

    NodeNames names() {
        return names;
    }

    Phandles phandles() {
        return phandles;
    }

    /// The path a label stands for.
    Optional<String> symbol(String label) {
        return tree.root()
                .child("__symbols__")
                .flatMap(symbols -> symbols.property(label))
                .map(Property::string);
    }

    void set(Node node, Property property) {
        edits.set(node, property);
        if (node.has(property.name())) {
            node.set(property);
        } else {
            node.add(0, property);
        }
        if (Phandles.isPhandle(property)) {
            phandles.add(node);
        }
    }

    /// The child of that name, made when there is none.
    Node childOrNew(Node parent, String child) {
        return names.child(parent, child).orElseGet(() -> newChild(parent, child));
    }

    private Node newChild(Node parent, String child) {
        edits.add(parent, child);
        Node made = parent.add(0, new Node(child));
        names.addedFirst(parent, made);
        return made;
    }
}
