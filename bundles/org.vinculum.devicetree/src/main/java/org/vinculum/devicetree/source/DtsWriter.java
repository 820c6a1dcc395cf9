package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// Writes a tree as source that compiles to the same blob, laid out as dtc does.
///
/// Resolved trees only: a plugin is written with its fixup nodes, as plain source.
public final class DtsWriter {
    private final StringBuilder out;
    private final ValueText values;

    private DtsWriter(int length) {
        out = new StringBuilder(length);
        values = new ValueText(out);
    }

    /// The source text, each line ended by `\n`, one character a byte.
    public static String write(DeviceTree tree) {
        DtsWriter writer = new DtsWriter(length(tree.root()));
        writer.writeTree(tree);
        return writer.out.toString();
    }

    /// About the length of the text, from above: growing on the way would take several times the memory.
    private static int length(Node root) {
        long length = 1024;
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            length += 32 + node.name().length();
            for (Property property : node.properties()) {
                length += 32 + property.name().length() + 3L * property.length();
            }
            node.children().forEach(pending::push);
        }
        return (int) Math.min(length, Integer.MAX_VALUE / 2);
    }

    private void writeTree(DeviceTree tree) {
        out.append("/dts-v1/;\n\n");
        for (AddressRange range : tree.reservations()) {
            out.append("/memreserve/\t0x");
            appendPadded(range.start().value());
            out.append(" 0x");
            appendPadded(range.size());
            out.append(";\n");
        }
        writeNodes(tree.root());
    }

    /// A node to be opened, or, where `opened` is true, to be closed.
    private record Step(Node node, int level, boolean opened) {}

    private void writeNodes(Node root) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(root, 0, false));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.opened()) {
                indent(step.level());
                out.append("};\n");
            } else {
                open(step);
                steps.push(new Step(step.node(), step.level(), true));
                for (Node child : step.node().children().reversed()) {
                    steps.push(new Step(child, step.level() + 1, false));
                }
            }
        }
    }

    private void open(Step step) {
        Node node = step.node();
        if (step.level() > 0) {
            out.append('\n');
        }
        indent(step.level());
        for (String label : node.labels()) {
            out.append(label).append(": ");
        }
        out.append(step.level() == 0 ? "/" : node.name()).append(" {\n");
        for (Property property : node.properties()) {
            indent(step.level() + 1);
            out.append(property.name());
            values.append(property);
            out.append(";\n");
        }
    }

    private void indent(int level) {
        for (int i = 0; i < level; i++) {
            out.append('\t');
        }
    }

    private void appendPadded(long value) {
        String digits = Long.toHexString(value);
        for (int i = digits.length(); i < 16; i++) {
            out.append('0');
        }
        out.append(digits);
    }
}
