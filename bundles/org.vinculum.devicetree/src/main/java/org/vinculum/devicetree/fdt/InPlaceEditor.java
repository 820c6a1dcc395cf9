package org.vinculum.devicetree.fdt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.InputFile;

/// Changes a blob where it lies, the way boot loaders do, and so leaves the traces that this leaves: new properties stand
/// first in their node, new nodes before the others, new names last in the strings block, and the padding of what was
/// inserted holds what was there before. Overlay results that ship with kernels look like this.
public final class InPlaceEditor {
    private static final int NAME_OFFSET = 8;
    private static final int VALUE = 12;

    private final EditBuffer buffer;
    private final NodeLocator locator;

    /// @throws org.vinculum.firmware.UnreadableInputException when the file is no blob
    public InPlaceEditor(InputFile file) {
        FdtReader.read(file);
        this.buffer = EditBuffer.of(Blob.of(file));
        this.locator = new NodeLocator(buffer);
    }

    /// Gives a property another value, or adds it.
    ///
    /// @param node of a tree that was read from the blob and changed in step with it
    public void set(Node node, Property property) {
        int begin = locator.offset(node);
        int at = find(begin, property.name());
        int size = Cells.padded(property.length());
        if (at < 0) {
            int name = buffer.nameOffset(property.name());
            at = locator.afterName(begin);
            buffer.replace(at, 0, VALUE + size);
            buffer.u32(at, Structure.PROPERTY);
            buffer.u32(at + NAME_OFFSET, name);
        } else {
            buffer.replace(at + VALUE, Cells.padded(buffer.u32(at + 4)), size);
        }
        buffer.u32(at + 4, property.length());
        property.copyTo(buffer.bytes(), at + VALUE);
    }

    /// Adds a child without properties before the other children.
    ///
    /// @param parent of a tree that was read from the blob and changed in step with it
    public void add(Node parent, String child) {
        int at = locator.afterProperties(locator.offset(parent));
        byte[] name = child.getBytes(StandardCharsets.ISO_8859_1);
        int padded = Cells.padded(name.length + 1);
        buffer.replace(at, 0, 4 + padded + 4);
        buffer.u32(at, Structure.BEGIN_NODE);
        Arrays.fill(buffer.bytes(), at + 4, at + 4 + padded, (byte) 0);
        System.arraycopy(name, 0, buffer.bytes(), at + 4, name.length);
        buffer.u32(at + 4 + padded, Structure.END_NODE);
    }

    /// The blob with its blocks moved together.
    public byte[] packed() {
        return buffer.packed();
    }

    // The token's offset, or -1.
    private int find(int begin, String name) {
        int at = locator.afterName(begin);
        while (true) {
            int token = buffer.u32(at);
            if (token == Structure.PROPERTY && buffer.isName(buffer.u32(at + NAME_OFFSET), name)) {
                return at;
            }
            if (token != Structure.PROPERTY && token != Structure.NOP) {
                return -1;
            }
            at = locator.next(at);
        }
    }
}
