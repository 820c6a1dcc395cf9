package org.vinculum.acpi.iort.json;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Slack;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Reads a table that [IortJsonWriter] wrote, or a person: what a document does not say about places is laid out.
///
/// Nodes are read twice: once to see how long they are, and again when that has given their labels offsets.
public final class IortJsonReader {
    private final JsonInput json;
    private final ObjectReader document;
    private final References references = new References();
    private final List<Slack> slack = new ArrayList<>();

    private IortJsonReader(JsonInput json) {
        this.json = json;
        this.document = new ObjectReader(json, JsonTree.read(json), "an IORT");
    }

    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static Iort read(InputFile file) {
        return new IortJsonReader(new JsonInput(file)).readDocument();
    }

    private Iort readDocument() {
        document.number("format", 1, 1);
        if (!document.has("nodes")) {
            throw document.mistake("nodes", "an array as \"nodes\"");
        }
        TablePlaces places = TablePlaces.read(document);
        readLabels();
        references.resolve(offsets(readNodes(places.nodeOffset())));
        slack.clear();
        List<IortNode> nodes = readNodes(places.nodeOffset());
        long length = places.length(end(nodes, places.nodeOffset()), document);
        SlackForm.read(document, 0, length, slack);
        Iort table =
                new Iort(
                        HeaderForm.read(document, nodes, places.checksum()),
                        length,
                        places.nodeCount(nodes.size()),
                        places.nodeOffset(),
                        nodes,
                        SlackForm.joined(slack),
                        new Slack(length, places.trailing()));
        document.refuseOthers();
        return new Completion(json, document).of(table, places.checksum() < 0);
    }

    private void readLabels() {
        int index = 0;
        for (ObjectReader node : nodes()) {
            String label = label(node);
            if (label != null && !references.add(label, index)) {
                throw node.mistake("label", "a label that no other node has");
            }
            index++;
        }
    }

    private List<ObjectReader> nodes() {
        return document.objects("nodes", "a node");
    }

    // Null for a node that nothing refers to.
    private static String label(ObjectReader node) {
        String label = node.text("label", null);
        if (label != null && (label.isEmpty() || Hex.looksLikeNumber(label))) {
            throw node.mistake("label", "a label that is neither empty nor a number");
        }
        return label;
    }

    private List<IortNode> readNodes(long from) {
        List<IortNode> nodes = new ArrayList<>();
        long at = from;
        for (ObjectReader node : nodes()) {
            nodes.add(readNode(node, nodes.size(), at));
            at += nodes.getLast().head().length();
        }
        return nodes;
    }

    private IortNode readNode(ObjectReader node, int index, long at) {
        label(node);
        IortNode read = NodeForms.of(node).read(new NodeSource(node, references, index));
        IortNode placed = NodePlaces.read(read, at, node);
        SlackForm.read(node, at, placed.head().length(), slack);
        node.refuseOthers();
        return placed;
    }

    private static long[] offsets(List<IortNode> nodes) {
        long[] offsets = new long[nodes.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = nodes.get(i).offset();
        }
        return offsets;
    }

    private static long end(List<IortNode> nodes, long from) {
        return nodes.isEmpty() ? from : nodes.getLast().offset() + nodes.getLast().head().length();
    }
}
