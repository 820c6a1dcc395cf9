package org.vinculum.devicetree.fdt;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;

/// Finds in a blob under change the place of a node of the tree that changes with it.
///
/// The way to the last node is remembered: changes in or below a node never move it or what encloses it.
final class NodeLocator {
    private final EditBuffer buffer;
    private final List<Node> way = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    NodeLocator(EditBuffer buffer) {
        this.buffer = buffer;
    }

    /// Offset of the node's FDT_BEGIN_NODE.
    int offset(Node node) {
        List<Node> wanted = new ArrayList<>();
        for (Node n = node; n != null; n = n.parent().orElse(null)) {
            wanted.addFirst(n);
        }
        int same = 0;
        while (same < Math.min(way.size(), wanted.size()) && way.get(same) == wanted.get(same)) {
            same++;
        }
        way.subList(same, way.size()).clear();
        offsets.subList(same, offsets.size()).clear();
        for (Node next : wanted.subList(same, wanted.size())) {
            offsets.add(way.isEmpty() ? root() : child(offsets.getLast(), next.name()));
            way.add(next);
        }
        return offsets.getLast();
    }

    /// Offset of the first token inside a node.
    int afterName(int begin) {
        int at = begin + 4;
        while (buffer.bytes()[at] != 0) {
            at++;
        }
        return Cells.padded(at + 1);
    }

    /// Offset of the first token inside a node that is neither property nor NOP.
    int afterProperties(int begin) {
        int at = afterName(begin);
        while (buffer.u32(at) == Structure.PROPERTY || buffer.u32(at) == Structure.NOP) {
            at = next(at);
        }
        return at;
    }

    /// Offset of the token after the one at `at`.
    int next(int at) {
        int next =
                switch (buffer.u32(at)) {
                    case Structure.BEGIN_NODE -> afterName(at);
                    case Structure.PROPERTY -> at + 12 + Cells.padded(buffer.u32(at + 4));
                    default -> at + 4;
                };
        buffer.spend(next - at);
        return next;
    }

    private int root() {
        int at = buffer.structStart();
        while (buffer.u32(at) == Structure.NOP) {
            at = next(at);
        }
        return at;
    }

    private int child(int begin, String name) {
        int depth = 0;
        int at = afterName(begin);
        while (depth >= 0) {
            int token = buffer.u32(at);
            if (token == Structure.BEGIN_NODE) {
                if (depth == 0 && buffer.isText(at + 4, name)) {
                    return at;
                }
                depth++;
            } else if (token == Structure.END_NODE) {
                depth--;
            }
            at = next(at);
        }
        throw new IllegalArgumentException("no node " + name + " where the tree has one");
    }
}
