package org.vinculum.acpi.iort.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What the labels of a document mean: offsets, which are all 0 until the nodes have their places.
final class References {
    private static final int MOST_COMPARED = 4096;

    private final Map<String, Integer> nodes = new HashMap<>();
    private long[] offsets = {};

    /// Takes note of the next node's label.
    ///
    /// @return false when another node has it
    boolean add(String label, int node) {
        return nodes.putIfAbsent(label, node) == null;
    }

    /// @param places of the nodes in their order, from the start of the table
    void resolve(long[] places) {
        offsets = places;
    }

    /// A label's offset, or the offset that is written in its stead.
    ///
    /// @throws org.vinculum.firmware.UnreadableInputException for a label that no node has
    long read(ObjectReader object, String name) {
        String text = object.text(name);
        if (Hex.looksLikeNumber(text)) {
            return object.hex(name, Integer.SIZE);
        }
        Integer node = nodes.get(text);
        if (node == null) {
            throw object.mistake(name, expected(text));
        }
        return node < offsets.length ? offsets[node] : 0;
    }

    private String expected(String text) {
        String near =
                nodes.size() > MOST_COMPARED
                        ? null
                        : Nearest.to(text, List.copyOf(new TreeSet<>(nodes.keySet())));
        return "the label of a node"
                + (near == null ? "" : ", perhaps \"" + near + "\",")
                + " or an offset such as \"0x30\"";
    }
}
