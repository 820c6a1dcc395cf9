package org.vinculum.devicetree.source;

import java.util.HashMap;
import java.util.Map;

/// The phandles of a tree: those written, and the lowest free ones from 1 for nodes that are referred to.
final class Phandles {
    private static final String[] NAMES = {"phandle", "linux,phandle"};

    private final SourceTree tree;
    private final Map<Integer, SourceNode> holders = new HashMap<>();
    private int next = 1;

    Phandles(SourceTree tree) {
        this.tree = tree;
    }

    /// Takes over and checks the phandles that are written.
    void readWritten() {
        tree.forEach(this::readWritten);
    }

    /// A node's phandle. Where it has none it gets one, in a property at its end unless a property refers to itself.
    int of(SourceNode node) {
        if (node.phandle() == 0) {
            while (holders.containsKey(next)) {
                next++;
            }
            holders.put(next, node);
            node.phandle(next);
            addProperty(node, next);
        }
        return node.phandle();
    }

    private void addProperty(SourceNode node, int phandle) {
        if (node.property("phandle") == null) {
            tree.budget().takeItem(node.place());
            tree.budget().takeBytes(4, node.place());
            node.add(new SourceProperty("phandle", node.place(), SourceValue.cell(phandle)));
        }
    }

    private void readWritten(SourceNode node) {
        for (String name : NAMES) {
            SourceProperty property = node.property(name);
            if (property != null) {
                readWritten(node, property);
            }
        }
    }

    private void readWritten(SourceNode node, SourceProperty property) {
        int phandle = written(node, property);
        if (phandle == 0) {
            return;
        }
        if (node.phandle() != 0 && node.phandle() != phandle) {
            throw property.place()
                    .expected(
                            "phandle and linux,phandle alike",
                            cell(node.phandle()) + " and " + cell(phandle));
        }
        SourceNode other = holders.putIfAbsent(phandle, node);
        if (other != null && other != node) {
            throw property.place()
                    .expected(
                            "a phandle of one node",
                            cell(phandle) + " on " + Readable.path(other) + " as well");
        }
        node.phandle(phandle);
    }

    /// The phandle written, 0 for one to be allocated: `phandle = <&itself>`.
    private int written(SourceNode node, SourceProperty property) {
        SourceValue value = property.value();
        if (value.bytes().length != 4) {
            throw property.place()
                    .expected("a phandle of 4 bytes", value.bytes().length + " bytes");
        }
        if (refersTo(node, property)) {
            return 0;
        }
        int phandle = value.firstCell();
        if (phandle == 0 || phandle == -1) {
            throw property.place().expected("a phandle from 1 to 0xfffffffe", cell(phandle));
        }
        return phandle;
    }

    private boolean refersTo(SourceNode node, SourceProperty property) {
        boolean itself = false;
        for (Reference reference : property.value().references()) {
            SourceNode target = tree.find(reference.target(), reference.place());
            if (reference.path() || target != node) {
                throw reference
                        .place()
                        .expected(
                                "a phandle of the node itself",
                                Readable.reference(reference.target()));
            }
            itself = true;
        }
        return itself;
    }

    private static String cell(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
