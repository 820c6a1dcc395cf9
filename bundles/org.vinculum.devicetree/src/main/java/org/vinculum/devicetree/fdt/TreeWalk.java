package org.vinculum.devicetree.fdt;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.devicetree.model.Node;

/// Goes through a tree in the order of a structure block, without recursion.
final class TreeWalk {
    /// What is done at a node before and after its children.
    interface Visitor {
        void begin(Node node);

        void end(Node node);
    }

    private static final class Open {
        Node node;
        List<Node> children;
        int done;
    }

    // One for each depth, used again and again.
    private final List<Open> stack = new ArrayList<>();
    private int depth = -1;

    static void walk(Node root, Visitor visitor) {
        new TreeWalk().run(root, visitor);
    }

    private void run(Node root, Visitor visitor) {
        enter(root, visitor);
        while (depth >= 0) {
            Open open = stack.get(depth);
            if (open.done < open.children.size()) {
                enter(open.children.get(open.done++), visitor);
            } else {
                visitor.end(open.node);
                depth--;
            }
        }
    }

    private void enter(Node node, Visitor visitor) {
        visitor.begin(node);
        if (++depth == stack.size()) {
            stack.add(new Open());
        }
        Open open = stack.get(depth);
        open.node = node;
        open.children = node.children();
        open.done = 0;
    }
}
