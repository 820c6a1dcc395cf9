package org.vinculum.devicetree.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// Flattens a tree for comparison with dtc's bytes, apart from the bundle's own codec (DTSpec 0.4, 5).
final class Blob {
    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    static byte[] of(DeviceTree tree) {
        Blob blob = new Blob();
        blob.write(tree.root());
        blob.cell(blob.structure, 9);
        return blob.assemble(tree);
    }

    private byte[] assemble(DeviceTree tree) {
        int structureAt = 40 + 16 * (tree.reservations().size() + 1);
        int stringsAt = structureAt + structure.size();
        ByteBuffer out = ByteBuffer.allocate(stringsAt + strings.size());
        int[] header = {
            0xd00dfeed,
            out.capacity(),
            structureAt,
            stringsAt,
            40,
            17,
            16,
            tree.bootCpu(),
            strings.size(),
            structure.size()
        };
        for (int cell : header) {
            out.putInt(cell);
        }
        for (AddressRange range : tree.reservations()) {
            out.putLong(range.start().value()).putLong(range.size());
        }
        out.putLong(0).putLong(0);
        return out.put(structure.toByteArray()).put(strings.toByteArray()).array();
    }

    private void write(Node node) {
        cell(structure, 1);
        structure.writeBytes(bytes(node.name() + "\0"));
        pad();
        for (Property property : node.properties()) {
            cell(structure, 3);
            cell(structure, property.length());
            cell(structure, offset(property.name()));
            structure.writeBytes(property.value());
            pad();
        }
        node.children().forEach(this::write);
        cell(structure, 2);
    }

    private int offset(String name) {
        String table = strings.toString(StandardCharsets.ISO_8859_1);
        int known = table.indexOf(name + "\0");
        if (known >= 0) {
            return known;
        }
        strings.writeBytes(bytes(name + "\0"));
        return table.length();
    }

    private void pad() {
        while (structure.size() % 4 != 0) {
            structure.write(0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void cell(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
}
