package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lists a plugin's references for whoever applies it: those to other trees by label in `__fixups__`, those inside the
/// plugin by place in `__local_fixups__` (both as dtc writes them).
final class Fixups {
    private final SourceTree tree;
    private final Map<String, ByteBuilder> open = new LinkedHashMap<>();
    private final Map<SourceNode, SourceNode> mirrors = new HashMap<>();

    Fixups(SourceTree tree) {
        this.tree = tree;
    }

    void add() {
        tree.forEach(this::collectOpen);
        if (!open.isEmpty()) {
            SourceNode fixups = childOf(tree.root(), "__fixups__");
            open.forEach((label, places) -> append(fixups, label, places.toArray()));
        }
        tree.forEach(this::addLocal);
    }

    private void collectOpen(SourceNode node) {
        for (SourceProperty property : node.properties()) {
            if (!property.isDeleted()) {
                for (Reference reference : property.value().references()) {
                    if (isOpen(reference)) {
                        addOpen(node, property, reference);
                    }
                }
            }
        }
    }

    private boolean isOpen(Reference reference) {
        return !reference.path() && tree.find(reference.target(), reference.place()) == null;
    }

    private void addOpen(SourceNode node, SourceProperty property, Reference reference) {
        String entry = node.path() + ":" + property.name() + ":" + reference.offset();
        tree.budget().takeBytes(entry.length() + 1L, reference.place());
        open.computeIfAbsent(reference.target(), _ -> new ByteBuilder()).addString(entry);
    }

    private void addLocal(SourceNode node) {
        for (SourceProperty property : node.properties().toArray(SourceProperty[]::new)) {
            if (!property.isDeleted()) {
                addLocal(node, property);
            }
        }
    }

    private void addLocal(SourceNode node, SourceProperty property) {
        ByteBuilder offsets = new ByteBuilder();
        for (Reference reference : property.value().references()) {
            if (!reference.path() && !isOpen(reference)) {
                tree.budget().takeBytes(4, reference.place());
                offsets.addInteger(reference.offset(), 4);
            }
        }
        if (offsets.length() > 0) {
            append(mirror(node), property.name(), offsets.toArray());
        }
    }

    /// The node below `__local_fixups__` that stands for a node of the tree.
    private SourceNode mirror(SourceNode node) {
        Deque<SourceNode> unmirrored = new ArrayDeque<>();
        SourceNode ancestor = node;
        while (ancestor != null && !mirrors.containsKey(ancestor)) {
            unmirrored.push(ancestor);
            ancestor = ancestor.parent();
        }
        SourceNode mirror = mirrors.get(ancestor);
        for (SourceNode next : unmirrored) {
            mirror =
                    mirror == null
                            ? childOf(tree.root(), "__local_fixups__")
                            : childOf(mirror, next.name());
            mirrors.put(next, mirror);
        }
        return mirror;
    }

    private SourceNode childOf(SourceNode parent, String name) {
        SourceNode child = parent.child(name);
        if (child == null) {
            tree.budget().takeItem(parent.place());
            child = new SourceNode(name, parent.place(), parent);
            parent.add(child);
        }
        return child;
    }

    private void append(SourceNode node, String name, byte[] more) {
        SourceProperty property = node.property(name);
        if (property == null) {
            tree.budget().takeItem(node.place());
            node.add(new SourceProperty(name, node.place(), SourceValue.of(more)));
        } else {
            ByteBuilder bytes = new ByteBuilder();
            bytes.add(property.value().bytes());
            bytes.add(more);
            property.value(SourceValue.of(bytes.toArray()));
        }
    }
}
