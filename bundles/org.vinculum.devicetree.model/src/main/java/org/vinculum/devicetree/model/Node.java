package org.vinculum.devicetree.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A node (DTSpec 0.4, 2.2): a name, properties and children, both in the order they are written.
public final class Node {
    private static final int USUAL_CHILDREN = 2;
    private static final int USUAL_PROPERTIES = 6;

    private final String name;
    // Made when something comes in: most nodes of a board have no children, and no blob has labels.
    private Members<Property> properties;
    private Members<Node> children;
    private List<String> labels = List.of();
    private Node parent;

    /// @param name with unit address, e.g. `iommu@4f000000`; empty for a root
    public Node(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// The name without its unit address.
    public String baseName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    public Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    /// The labels that source text gave the node; a blob has none.
    public List<String> labels() {
        return Collections.unmodifiableList(labels);
    }

    /// Adds a label unless the node has it.
    public void label(String label) {
        if (!labels.contains(label)) {
            if (labels.isEmpty()) {
                labels = new ArrayList<>(1);
            }
            labels.add(label);
        }
    }

    /// Properties in order; the list follows later changes and cannot be changed itself.
    public List<Property> properties() {
        return properties != null ? properties : new Later<>(this, node -> node.properties);
    }

    /// Children in order; the list follows later changes and cannot be changed itself.
    public List<Node> children() {
        return children != null ? children : new Later<>(this, node -> node.children);
    }

    public Optional<Property> property(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(properties.get(index));
    }

    public boolean has(String property) {
        return indexOf(property) >= 0;
    }

    public Optional<Node> child(String name) {
        int index = children == null ? -1 : children.find(name);
        return index < 0 ? Optional.empty() : Optional.of(children.get(index));
    }

    /// Replaces the property of the same name where it stands, or appends.
    public Node set(Property property) {
        int index = indexOf(property.name());
        if (index < 0) {
            append(property);
        } else {
            properties.replace(index, property);
        }
        return this;
    }

    /// Appends without looking for one of the same name: for readers that have to show what a blob holds.
    public void append(Property property) {
        ownProperties().append(property);
    }

    /// Inserts a property before the property now at `index`.
    ///
    /// @throws IllegalArgumentException when the node has one of that name
    public void add(int index, Property property) {
        if (has(property.name())) {
            throw new IllegalArgumentException(path() + " has a property " + property.name());
        }
        ownProperties().insert(index, property);
    }

    /// Removes a property; false when there was none.
    public boolean remove(String property) {
        int index = indexOf(property);
        if (index >= 0) {
            properties.delete(index);
        }
        return index >= 0;
    }

    /// Appends a child and returns it.
    ///
    /// @throws IllegalArgumentException when it has a parent already
    public Node add(Node child) {
        return add(ownChildren().size(), child);
    }

    /// Inserts a child before the child now at `index` and returns it.
    ///
    /// @throws IllegalArgumentException when it has a parent already
    public Node add(int index, Node child) {
        if (child.parent != null) {
            throw new IllegalArgumentException("node has a parent: " + child.path());
        }
        ownChildren().insert(index, child);
        child.parent = this;
        return child;
    }

    /// Removes a child; false when it was none.
    public boolean remove(Node child) {
        if (child.parent != this) {
            return false;
        }
        int index = 0;
        while (children.get(index) != child) {
            index++;
        }
        children.delete(index);
        child.parent = null;
        return true;
    }

    /// Absolute path, `/` for a root (DTSpec 0.4, 2.2.3).
    public String path() {
        if (parent == null) {
            return "/";
        }
        Deque<String> names = new ArrayDeque<>();
        for (Node node = this; node.parent != null; node = node.parent) {
            names.addFirst(node.name);
        }
        return "/" + String.join("/", names);
    }

    /// A deep copy without a parent; properties, which never change, are shared.
    public Node copy() {
        Node copy = shallowCopy();
        Deque<Node> from = new ArrayDeque<>(List.of(this));
        Deque<Node> to = new ArrayDeque<>(List.of(copy));
        while (!from.isEmpty()) {
            Node source = from.pop();
            Node target = to.pop();
            for (Node child : source.children()) {
                from.push(child);
                to.push(target.add(child.shallowCopy()));
            }
        }
        return copy;
    }

    /// Node and property names only; a deep print is the writers' work.
    @Override
    public String toString() {
        return path() + properties();
    }

    private Node shallowCopy() {
        Node copy = new Node(name);
        properties().forEach(copy::append);
        labels.forEach(copy::label);
        return copy;
    }

    private Members<Node> ownChildren() {
        if (children == null) {
            children = new Members<>(Node::name, USUAL_CHILDREN);
        }
        return children;
    }

    private Members<Property> ownProperties() {
        if (properties == null) {
            properties = new Members<>(Property::name, USUAL_PROPERTIES);
        }
        return properties;
    }

    private int indexOf(String property) {
        return properties == null ? -1 : properties.find(property);
    }
}
