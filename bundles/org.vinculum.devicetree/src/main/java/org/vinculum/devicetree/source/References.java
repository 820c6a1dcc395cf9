package org.vinculum.devicetree.source;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Fills in what references stand for: phandles first, over the whole tree, then paths.
final class References {
    private final SourceTree tree;
    private final Phandles phandles;

    References(SourceTree tree, Phandles phandles) {
        this.tree = tree;
        this.phandles = phandles;
    }

    void resolve() {
        tree.forEach(this::resolvePhandles);
        tree.forEach(this::insertPaths);
    }

    private void resolvePhandles(SourceNode node) {
        for (SourceProperty property : List.copyOf(node.properties())) {
            if (!property.isDeleted()) {
                resolvePhandles(property.value());
            }
        }
    }

    private void resolvePhandles(SourceValue value) {
        for (Reference reference : value.references()) {
            if (!reference.path()) {
                SourceNode target = target(reference);
                if (target != null) {
                    target.markReferenced();
                    ByteBuffer.wrap(value.bytes()).putInt(reference.offset(), phandles.of(target));
                }
            }
        }
    }

    /// The node meant; null for a label that a plugin leaves to another tree.
    private SourceNode target(Reference reference) {
        SourceNode target = tree.find(reference.target(), reference.place());
        boolean open = tree.plugin() && reference.isLabel() && !reference.path();
        if (target == null && !open) {
            throw reference
                    .place()
                    .expected(
                            "the label or path of a node", Readable.reference(reference.target()));
        }
        return target;
    }

    private void insertPaths(SourceNode node) {
        for (SourceProperty property : node.properties()) {
            if (!property.isDeleted() && hasPath(property.value().references())) {
                property.value(withPaths(property.value()));
            }
        }
    }

    private static boolean hasPath(List<Reference> references) {
        for (Reference reference : references) {
            if (reference.path()) {
                return true;
            }
        }
        return false;
    }

    private SourceValue withPaths(SourceValue value) {
        ByteBuilder bytes = new ByteBuilder();
        List<Reference> moved = new ArrayList<>(value.references().size());
        int copied = 0;
        for (Reference reference : value.references()) {
            bytes.add(value.bytes(), copied, reference.offset() - copied);
            copied = reference.offset();
            moved.add(reference.movedBy(bytes.length() - copied));
            if (reference.path()) {
                bytes.addString(path(reference));
            }
        }
        bytes.add(value.bytes(), copied, value.bytes().length - copied);
        return new SourceValue(bytes.toArray(), moved, value.labels());
    }

    private String path(Reference reference) {
        SourceNode target = target(reference);
        target.markReferenced();
        String path = target.path();
        tree.budget().takeBytes(path.length() + 1L, reference.place());
        return path;
    }
}
