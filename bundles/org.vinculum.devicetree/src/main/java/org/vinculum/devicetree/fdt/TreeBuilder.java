package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.vinculum.devicetree.fdt.PropertyNames.Name;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Builds a tree from tokens and refuses what is no tree: DTSpec 0.4, 5.4.2 with 2.2.1 and 2.2.4.
final class TreeBuilder {
    /// Names that fit one word: only with them can a file have so many nodes that their texts must be shared.
    private static final int SHORT = 3;

    private final Blob blob;
    private final Structure structure;
    private final PropertyNames names;
    private final Map<Integer, String> shortNames = new HashMap<>();
    private final Siblings siblings = new Siblings();
    private final Node[] open = new Node[FdtReader.MAX_DEPTH + 1];
    private final int[] serials = new int[FdtReader.MAX_DEPTH + 1];
    private int depth = -1;
    private int nodes;
    private Node root;

    TreeBuilder(Blob blob, Header header) {
        this.blob = blob;
        this.structure = new Structure(blob, header);
        this.names = new PropertyNames(blob, header);
    }

    Node build() {
        while (true) {
            switch (structure.next()) {
                case Structure.BEGIN_NODE -> begin();
                case Structure.PROPERTY -> property();
                case Structure.END_NODE -> end();
                case Structure.NOP -> {}
                default -> {
                    return finished();
                }
            }
        }
    }

    private void begin() {
        if (depth < 0 && root != null) {
            throw fault("FDT_END after the root node", "a second root node");
        }
        if (depth == FdtReader.MAX_DEPTH) {
            throw fault("nodes at most " + FdtReader.MAX_DEPTH + " deep", "a deeper one");
        }
        Node node = new Node(nodeName());
        if (depth < 0) {
            root = node;
        } else {
            open[depth].add(node);
        }
        depth++;
        open[depth] = node;
        serials[depth] = nodes++;
    }

    private String nodeName() {
        byte[] content = blob.content();
        int start = structure.start();
        int length = structure.length();
        if (length == 0 && depth >= 0) {
            throw fault("a node name", "an empty one");
        }
        if (length > NameCharacters.MAX_LENGTH) {
            throw fault(
                    "a node name of at most " + NameCharacters.MAX_LENGTH + " bytes",
                    "one of " + length);
        }
        int bad = NameCharacters.badInNode(content, start, start + length);
        if (bad >= 0) {
            throw blob.fault(
                    bad,
                    "a character of a node name, with one @ at most (DTSpec 2.2.1.1)",
                    hex(content[bad] & 0xff));
        }
        return length <= SHORT ? shortName(start, length) : text(start, length);
    }

    private String shortName(int start, int length) {
        int key = 0;
        for (int i = start; i < start + length; i++) {
            key = key << 8 | blob.content()[i];
        }
        return shortNames.computeIfAbsent(key, _ -> text(start, length));
    }

    private String text(int start, int length) {
        return new String(blob.content(), start, length, StandardCharsets.ISO_8859_1);
    }

    private void property() {
        if (depth < 0) {
            throw fault("FDT_BEGIN_NODE or FDT_END", "a property outside the root node");
        }
        Node node = open[depth];
        if (serials[depth] != nodes - 1) {
            throw fault("properties of " + node.path() + " before its children", "one after them");
        }
        Name name = names.at(structure.nameOffset(), structure.tokenAt() + 8);
        if (!name.firstIn(serials[depth])) {
            throw fault("each property of " + node.path() + " once", "a second " + name.text);
        }
        node.append(
                Property.viewing(name.text, blob.content(), structure.start(), structure.length()));
    }

    private void end() {
        if (depth < 0) {
            throw fault("FDT_END after the root node", "FDT_END_NODE");
        }
        Node node = open[depth];
        String twice = siblings.repeated(node.children());
        if (twice != null) {
            throw fault("each child of " + node.path() + " once", "a second " + twice);
        }
        open[depth--] = null;
    }

    private Node finished() {
        if (root == null) {
            throw fault("a root node", "FDT_END");
        }
        if (depth >= 0) {
            throw fault("FDT_END_NODE of " + open[depth].path(), "FDT_END");
        }
        return root;
    }

    private RuntimeException fault(String expected, String found) {
        return blob.fault(structure.tokenAt(), expected, found);
    }
}
