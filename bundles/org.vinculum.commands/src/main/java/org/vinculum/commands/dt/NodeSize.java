package org.vinculum.commands.dt;

import java.util.Iterator;
import org.vinculum.commands.print.Plural;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;

/// How much comes or goes with a node.
///
/// @param properties its own and those of every node below it
/// @param nodes the nodes below it
record NodeSize(int properties, int nodes) {
    static NodeSize of(Node node) {
        int properties = 0;
        int nodes = -1;
        Iterator<Node> all = DeviceTree.of(node).nodes().iterator();
        while (all.hasNext()) {
            properties += all.next().properties().size();
            nodes++;
        }
        return new NodeSize(properties, nodes);
    }

    @Override
    public String toString() {
        String text = Plural.of(properties, "property");
        return nodes == 0 ? text : text + ", " + Plural.of(nodes, "node") + " below";
    }
}
