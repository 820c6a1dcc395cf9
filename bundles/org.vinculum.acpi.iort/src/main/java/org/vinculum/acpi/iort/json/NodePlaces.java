package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.Map;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

/// A node's length and the places of its arrays: said only where arranging the node would give others.
final class NodePlaces {
    static final String NAME = "layout";

    private static final int MAX_LENGTH = 0xffff;

    private NodePlaces() {}

    /// @param seen the node as its JSON alone tells it
    static void write(IortNode node, IortNode seen, JsonOutput json) throws IOException {
        IortNode usual = arranged(seen);
        Map<String, TableArray<?>> usually = usual == null ? Map.of() : NodeArrays.of(usual);
        Map<String, TableArray<?>> arrays = NodeArrays.of(node);
        boolean sameLength = usual != null && usual.head().length() == node.head().length();
        if (sameLength && arrays.equals(usually)) {
            return;
        }
        json.startFlat(NAME);
        if (!sameLength) {
            json.number("length", node.head().length());
        }
        for (Map.Entry<String, TableArray<?>> array : arrays.entrySet()) {
            write(array.getKey(), array.getValue(), usually.get(array.getKey()), json);
        }
        json.end();
    }

    private static void write(
            String name, TableArray<?> array, TableArray<?> usual, JsonOutput json)
            throws IOException {
        boolean otherOffset = array.offset() != (usual == null ? 0 : usual.offset());
        if (!otherOffset && array.isComplete()) {
            return;
        }
        json.startFlat(name);
        if (otherOffset) {
            json.hex("offset", array.offset());
        }
        if (!array.isComplete()) {
            json.number("count", array.count());
        }
        json.end();
    }

    /// The node at its place.
    ///
    /// @param members of the node's object
    /// @throws org.vinculum.firmware.UnreadableInputException when a place is needed and not said
    static IortNode read(IortNode node, long offset, ObjectReader members) {
        ObjectReader layout = members.object(NAME, "a node's layout");
        IortNode usual = arranged(node);
        if (usual == null && !layout.has("length")) {
            throw members.mistake(
                    MappingForm.NAME, "a node that is no longer than " + MAX_LENGTH + " bytes");
        }
        int length =
                (int)
                        layout.number(
                                "length",
                                NodeHead.LENGTH,
                                MAX_LENGTH,
                                usual == null ? 0 : usual.head().length());
        NodeHead head =
                new NodeHead(offset, length, node.head().revision(), node.head().identifier());
        IortNode placed = NodeArrays.with(node, head, new Placing(layout, usual));
        layout.refuseOthers();
        return placed;
    }

    // Null for a node too long to be arranged, which only a table with arrays outside their nodes
    // has.
    private static IortNode arranged(IortNode node) {
        try {
            return Arrangement.of(node);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static final class Placing implements NodeArrays.Placing {
        private final ObjectReader layout;
        private final Map<String, TableArray<?>> usual;

        Placing(ObjectReader layout, IortNode usual) {
            this.layout = layout;
            this.usual = usual == null ? Map.of() : NodeArrays.of(usual);
        }

        @Override
        public <T> TableArray<T> place(String name, TableArray<T> array) {
            ObjectReader said = layout.object(name, "an array's layout");
            long usualOffset = usual.containsKey(name) ? usual.get(name).offset() : 0;
            long offset = said.hex("offset", Integer.SIZE, usualOffset);
            long count = said.number("count", 0, 0xffff_ffffL, array.count());
            said.refuseOthers();
            return new TableArray<>(offset, count, array.entries());
        }
    }
}
