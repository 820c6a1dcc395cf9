package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;

/// A node as written; deleted, it keeps its place for one that comes back.
final class SourceNode {
    private final String name;
    private final Place place;
    private final SourceNode parent;
    private final int depth;
    private final Labels labels = new Labels();
    private LinkedHashMap<String, SourceProperty> properties;
    private LinkedHashMap<String, SourceNode> children;
    private boolean deleted;
    private boolean omittedUnlessReferenced;
    private boolean referenced;
    private int phandle;

    /// @param parent null for the root
    SourceNode(String name, Place place, SourceNode parent) {
        this.name = name;
        this.place = place;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    SourceNode parent() {
        return parent;
    }

    /// How many nodes are above this one.
    int depth() {
        return depth;
    }

    Labels labels() {
        return labels;
    }

    boolean isDeleted() {
        return deleted;
    }

    /// Comes into being or back, without what it had before.
    void revive() {
        deleted = false;
    }

    void omitUnlessReferenced() {
        omittedUnlessReferenced = true;
    }

    void markReferenced() {
        referenced = true;
    }

    boolean isSuperfluous() {
        return omittedUnlessReferenced && !referenced;
    }

    /// The phandle, 0 while there is none.
    int phandle() {
        return phandle;
    }

    void phandle(int value) {
        phandle = value;
    }

    /// All properties, deleted ones too, in order.
    Collection<SourceProperty> properties() {
        return properties == null ? List.of() : properties.values();
    }

    /// A property, or null where there is none or only a deleted one.
    SourceProperty property(String wanted) {
        SourceProperty property = propertyOrPlaceholder(wanted);
        return property == null || property.isDeleted() ? null : property;
    }

    SourceProperty propertyOrPlaceholder(String wanted) {
        return properties == null ? null : properties.get(wanted);
    }

    /// Appends, taking the place of none but a deleted one.
    void add(SourceProperty property) {
        if (properties == null) {
            properties = new LinkedHashMap<>(8);
        }
        properties.putLast(property.name(), property);
    }

    /// All children, deleted ones too, in order.
    Collection<SourceNode> children() {
        return children == null ? List.of() : children.values();
    }

    /// A child, or null where there is none or only a deleted one.
    SourceNode child(String wanted) {
        SourceNode child = childOrPlaceholder(wanted);
        return child == null || child.deleted ? null : child;
    }

    SourceNode childOrPlaceholder(String wanted) {
        return children == null ? null : children.get(wanted);
    }

    /// Appends a child, taking the place of none but a deleted one.
    void add(SourceNode child) {
        if (children == null) {
            children = new LinkedHashMap<>(8);
        }
        children.putLast(child.name, child);
    }

    /// Marks this node and everything below it as deleted and gives the nodes that were not so before.
    List<SourceNode> delete() {
        List<SourceNode> gone = new ArrayList<>();
        Deque<SourceNode> pending = new ArrayDeque<>(List.of(this));
        while (!pending.isEmpty()) {
            SourceNode node = pending.pop();
            if (!node.deleted) {
                node.deleteAlone();
                gone.add(node);
                node.children().forEach(pending::push);
            }
        }
        return gone;
    }

    private void deleteAlone() {
        deleted = true;
        properties().forEach(SourceProperty::delete);
    }

    /// Absolute path.
    String path() {
        if (parent == null) {
            return "/";
        }
        Deque<String> names = new ArrayDeque<>();
        for (SourceNode node = this; node.parent != null; node = node.parent) {
            names.push(node.name);
        }
        return "/" + String.join("/", names);
    }
}
