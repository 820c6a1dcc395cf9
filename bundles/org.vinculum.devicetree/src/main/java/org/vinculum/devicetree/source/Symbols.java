package org.vinculum.devicetree.source;

import java.util.HashSet;
import java.util.Set;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Lists the labels of a tree in `__symbols__`, for overlays that refer to them (dtc `-@`).
public final class Symbols {
    private static final String NAME = "__symbols__";

    private final DeviceTree tree;
    private final Set<Integer> used = new HashSet<>();
    private int next = 1;

    private Symbols(DeviceTree tree) {
        this.tree = tree;
    }

    /// A copy with a phandle on every labelled node and the labels' paths, in tree order; one label is listed once.
    ///
    /// Without any label the copy has no `__symbols__` that was not there before.
    public static DeviceTree addTo(DeviceTree tree) {
        Symbols symbols = new Symbols(tree.copy());
        symbols.add();
        return symbols.tree;
    }

    private void add() {
        tree.nodes().forEach(this::readPhandle);
        if (tree.nodes().noneMatch(node -> !node.labels().isEmpty())) {
            return;
        }
        Node symbols = tree.root().child(NAME).orElseGet(this::insert);
        Set<String> listed = new HashSet<>();
        symbols.properties().forEach(property -> listed.add(property.name()));
        for (Node node : tree.nodes().toList()) {
            for (String label : node.labels()) {
                if (listed.add(label)) {
                    symbols.append(Property.strings(label, node.path()));
                }
            }
            if (!node.labels().isEmpty()) {
                requirePhandle(node);
            }
        }
    }

    /// At the root's end, but before the lists a plugin has there.
    private Node insert() {
        int index = tree.root().children().size();
        while (index > 0 && isFixups(tree.root().children().get(index - 1).name())) {
            index--;
        }
        return tree.root().add(index, new Node(NAME));
    }

    private boolean isFixups(String name) {
        return tree.plugin() && (name.equals("__fixups__") || name.equals("__local_fixups__"));
    }

    private void readPhandle(Node node) {
        phandle(node, "phandle");
        phandle(node, "linux,phandle");
    }

    private boolean phandle(Node node, String name) {
        Property property = node.property(name).orElse(null);
        boolean has = property != null && property.length() == 4;
        if (has) {
            used.add(property.cell(0));
        }
        return has;
    }

    private void requirePhandle(Node node) {
        if (!phandle(node, "phandle") && !phandle(node, "linux,phandle")) {
            while (!used.add(next)) {
                next++;
            }
            node.set(Property.cells("phandle", next));
        }
    }
}
