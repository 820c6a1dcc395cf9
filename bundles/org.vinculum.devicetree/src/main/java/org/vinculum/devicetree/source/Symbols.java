package org.vinculum.devicetree.source;

/// Lists the labels of a tree in `__symbols__`, for overlays that refer to them (dtc `-@`).
final class Symbols {
    private static final String NAME = "__symbols__";

    private final SourceTree tree;
    private final Phandles phandles;

    Symbols(SourceTree tree, Phandles phandles) {
        this.tree = tree;
        this.phandles = phandles;
    }

    /// Adds every label's path, in tree order, and gives every labelled node a phandle. A node that came back after it
    /// was deleted with its labels counts as labelled, since it does for dtc.
    void add() {
        boolean[] any = new boolean[1];
        tree.forEach(node -> any[0] |= node.labels().hadAny());
        if (any[0]) {
            SourceNode symbols = symbols();
            tree.forEach(node -> add(symbols, node));
        }
    }

    private SourceNode symbols() {
        SourceNode symbols = tree.root().child(NAME);
        if (symbols == null) {
            tree.budget().takeItem(tree.root().place());
            symbols = new SourceNode(NAME, tree.root().place(), tree.root());
            tree.root().add(symbols);
        }
        return symbols;
    }

    private void add(SourceNode symbols, SourceNode node) {
        for (String label : node.labels().live()) {
            if (symbols.property(label) == null) {
                String path = node.path();
                tree.budget().takeItem(node.place());
                tree.budget().takeBytes(path.length() + 1L, node.place());
                symbols.add(new SourceProperty(label, node.place(), SourceValue.string(path)));
            }
        }
        if (node.labels().hadAny()) {
            phandles.of(node);
        }
    }
}
