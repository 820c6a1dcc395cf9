package org.vinculum.devicetree.fdt;

import java.util.Arrays;
import java.util.List;
import org.vinculum.devicetree.model.Node;

/// Goes through a tree in the order of a structure block, without recursion.
final class TreeWalk {
    /// What is done at a node before and after its children.
    interface Visitor {
        void begin(Node node);

        void end(Node node);
    }

    private Node[] open = new Node[16];
    private int[] done = new int[16];
    private int depth = -1;

    static void walk(Node root, Visitor visitor) {
        new TreeWalk().run(root, visitor);
    }

    private void run(Node root, Visitor visitor) {
        enter(root, visitor);
        while (depth >= 0) {
            List<Node> children = open[depth].children();
            if (done[depth] < children.size()) {
                enter(children.get(done[depth]++), visitor);
            } else {
                visitor.end(open[depth--]);
            }
        }
    }

    private void enter(Node node, Visitor visitor) {
        visitor.begin(node);
        if (++depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            done = Arrays.copyOf(done, depth * 2);
        }
        open[depth] = node;
        done[depth] = 0;
    }
}
