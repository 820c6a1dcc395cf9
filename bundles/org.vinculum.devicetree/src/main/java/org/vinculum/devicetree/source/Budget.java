package org.vinculum.devicetree.source;

/// What one reading may use up, so that a small hostile text cannot become a large tree.
final class Budget {
    /// Nodes, properties, labels, references and reservations together.
    static final int MAX_ITEMS = 1 << 18;

    /// Bytes of values, those that references and fixups become included.
    static final int MAX_VALUE_BYTES = 16 << 20;

    private int items = MAX_ITEMS;
    private int valueBytes = MAX_VALUE_BYTES;

    void takeItem(Place place) {
        if (--items < 0) {
            throw place.expected(
                    "at most " + MAX_ITEMS + " nodes, properties, labels and references", "more");
        }
    }

    void takeBytes(long count, Place place) {
        if (count > valueBytes) {
            throw place.expected(
                    "at most " + MAX_VALUE_BYTES + " bytes of property values", "more");
        }
        valueBytes -= (int) count;
    }

    int valueBytes() {
        return valueBytes;
    }
}
