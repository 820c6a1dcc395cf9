package org.vinculum.devicetree.fdt;

import java.util.Arrays;
import java.util.List;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// The first of the writer's two passes: what the structure block takes and which name each property has, in order.
final class StructureSize implements TreeWalk.Visitor {
    private static final int TOKEN = 4;
    private static final int PROPERTY_HEADER = 12;

    private final NameTable names = new NameTable();
    private int[] nameNumbers = new int[256];
    private int properties;
    private long bytes = TOKEN;

    static StructureSize of(Node root) {
        var size = new StructureSize();
        TreeWalk.walk(root, size);
        size.names.layOut();
        return size;
    }

    /// Bytes of the structure block with FDT_END.
    ///
    /// @throws IllegalArgumentException when it would not fit an array
    int bytes() {
        if (bytes > Integer.MAX_VALUE >> 1) {
            throw new IllegalArgumentException("tree too large for a blob: " + bytes + " bytes");
        }
        return (int) bytes;
    }

    NameTable names() {
        return names;
    }

    /// Where the name of property `index`, counted in the order of the structure block, is in the strings block.
    int nameOffset(int index) {
        return names.offset(nameNumbers[index]);
    }

    @Override
    public void begin(Node node) {
        bytes += 2 * TOKEN + Cells.padded(node.name().length() + 1);
        List<Property> list = node.properties();
        for (int i = 0; i < list.size(); i++) {
            property(list.get(i));
        }
    }

    @Override
    public void end(Node node) {}

    private void property(Property property) {
        bytes += PROPERTY_HEADER + Cells.padded(property.length());
        if (properties == nameNumbers.length) {
            nameNumbers = Arrays.copyOf(nameNumbers, properties * 2);
        }
        nameNumbers[properties++] = names.number(property.name());
    }
}
