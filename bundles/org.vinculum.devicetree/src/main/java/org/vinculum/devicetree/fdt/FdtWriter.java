package org.vinculum.devicetree.fdt;

import java.util.List;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// Writes a tree as dtc does: version 17, blocks one after the other, names shared by suffix, all padding zero.
public final class FdtWriter {
    private final DeviceTree tree;
    private final StructureSize measured;

    private FdtWriter(DeviceTree tree) {
        this.tree = tree;
        this.measured = StructureSize.of(tree.root());
    }

    /// @param pad zero bytes after the blob, counted in its total size
    /// @throws IllegalArgumentException when the blob would not fit an array, or a name is none
    public static byte[] write(DeviceTree tree, int pad) {
        return new FdtWriter(tree).write(pad);
    }

    private byte[] write(int pad) {
        NameTable names = measured.names();
        int struct = Header.SIZE + Reservations.ENTRY * (tree.reservations().size() + 1);
        int strings = Math.addExact(struct, measured.bytes());
        Cells out = new Cells(Math.addExact(Math.addExact(strings, names.size()), pad));
        header(out, struct, strings);
        for (AddressRange range : tree.reservations()) {
            out.u64(range.start().value());
            out.u64(range.size());
        }
        out.u64(0);
        out.u64(0);
        structure(out);
        names.writeTo(out);
        return out.bytes();
    }

    private void header(Cells out, int struct, int strings) {
        out.u32(Header.MAGIC);
        out.u32(out.bytes().length);
        out.u32(struct);
        out.u32(strings);
        out.u32(Header.SIZE);
        out.u32(Header.VERSION);
        out.u32(Header.FIRST_VERSION);
        out.u32(tree.bootCpu());
        out.u32(measured.names().size());
        out.u32(strings - struct);
    }

    private void structure(Cells out) {
        TreeWalk.walk(
                tree.root(),
                new TreeWalk.Visitor() {
                    private int property;

                    @Override
                    public void begin(Node node) {
                        out.u32(Structure.BEGIN_NODE);
                        out.name(node.name());
                        out.align();
                        List<Property> properties = node.properties();
                        for (int i = 0; i < properties.size(); i++) {
                            property(properties.get(i));
                        }
                    }

                    private void property(Property p) {
                        out.u32(Structure.PROPERTY);
                        out.u32(p.length());
                        out.u32(measured.nameOffset(property++));
                        out.value(p);
                        out.align();
                    }

                    @Override
                    public void end(Node node) {
                        out.u32(Structure.END_NODE);
                    }
                });
        out.u32(Structure.END);
    }
}
