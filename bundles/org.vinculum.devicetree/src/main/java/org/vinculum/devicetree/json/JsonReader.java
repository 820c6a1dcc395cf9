package org.vinculum.devicetree.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

/// Reads a tree that [JsonWriter], or another program by the same schema, wrote.
public final class JsonReader {
    /// The deepest node read, the root having depth 0.
    static final int MAX_DEPTH = 64;

    private final JsonInput json;
    private final PropertyReader properties;
    private final List<AddressRange> reservations = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private Node root;
    private long bootCpu;
    private boolean plugin;

    private JsonReader(JsonInput json) {
        this.json = json;
        this.properties = new PropertyReader(json);
    }

    /// Reads a tree.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static DeviceTree read(InputFile file) {
        JsonReader reader = new JsonReader(new JsonInput(file));
        reader.readDocument();
        return new DeviceTree(
                reader.root, reader.reservations, (int) reader.bootCpu, reader.plugin);
    }

    private void readDocument() {
        json.next(JsonToken.START_OBJECT, "an object");
        boolean versioned = false;
        while (json.nextField()) {
            versioned |= json.name().equals("format");
            readMember(json.name());
        }
        if (root == null || !versioned) {
            throw json.expected("\"format\" and \"root\" before the end of the object");
        }
        json.next(null, "the end of the file");
    }

    private void readMember(String name) {
        switch (name) {
            case "format" -> json.nextInteger(1, 1, "format 1");
            case "bootCpu" ->
                    bootCpu = json.nextInteger(0, 0xffff_ffffL, "a number of at most 32 bits");
            case "plugin" -> plugin = json.nextBoolean("true or false");
            case "reservations" -> readReservations();
            case "root" -> readRoot();
            default -> throw json.expected("format, bootCpu, plugin, reservations or root");
        }
    }

    private void readReservations() {
        json.next(JsonToken.START_ARRAY, "an array of reservations");
        while (json.next() != JsonToken.END_ARRAY) {
            reservations.add(readReservation());
        }
    }

    private AddressRange readReservation() {
        json.takeItem();
        long start = 0;
        long size = 0;
        while (json.nextField()) {
            switch (json.name()) {
                case "start" -> start = json.nextHex(64);
                case "size" -> size = json.nextHex(64);
                default -> throw json.expected("start or size");
            }
        }
        if (size != 0 && Long.compareUnsigned(start + (size - 1), start) < 0) {
            throw json.expected("a reservation that ends within 64 bits");
        }
        return AddressRange.of(start, size);
    }

    private void readRoot() {
        if (root != null) {
            throw json.expected("one root");
        }
        json.next(JsonToken.START_OBJECT, "a node");
        root = openNode();
        while (!open.isEmpty()) {
            readInNode();
        }
    }

    private void readInNode() {
        JsonToken token = json.next();
        if (token == JsonToken.START_OBJECT) {
            openNode();
        } else if (token == JsonToken.END_OBJECT) {
            open.pop();
        } else if (token == JsonToken.FIELD_NAME) {
            readMemberOfNode(open.getFirst());
        } else if (token != JsonToken.END_ARRAY) {
            throw json.expected("a node");
        }
    }

    /// The name comes first, as a node has one from its beginning.
    private Node openNode() {
        if (!json.nextField() || !json.name().equals("name")) {
            throw json.expected("\"name\" before all else in a node");
        }
        String name = json.nextString("the name of a node");
        if (open.isEmpty() != name.isEmpty() || !Names.isWritable(name)) {
            throw json.expected("a name of one-byte characters, empty for the root only");
        }
        if (open.size() > MAX_DEPTH) {
            throw json.expected("nodes at most " + MAX_DEPTH + " deep");
        }
        json.takeItem();
        Node node = new Node(name);
        if (!open.isEmpty()) {
            if (open.getFirst().child(name).isPresent()) {
                throw json.expected("a name that no node beside this one has");
            }
            open.getFirst().add(node);
        }
        open.push(node);
        return node;
    }

    private void addLabel(Node node, String label) {
        json.takeItem();
        node.label(label);
    }

    private void readMemberOfNode(Node node) {
        switch (json.name()) {
            case "labels" -> json.nextStrings("labels", label -> addLabel(node, label));
            case "properties" -> properties.read(node);
            case "nodes" -> json.next(JsonToken.START_ARRAY, "an array of nodes");
            default -> throw json.expected("labels, properties or nodes");
        }
    }
}
