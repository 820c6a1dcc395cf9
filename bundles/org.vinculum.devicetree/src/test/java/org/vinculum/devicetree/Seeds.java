package org.vinculum.devicetree;

import java.util.List;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// Small whole blobs to start mutations from.
public final class Seeds {
    private Seeds() {}

    /// A base with labels and a memory reservation.
    public static byte[] base() {
        Node root = new Node("");
        root.set(Property.strings("compatible", "vinculum,board"));
        root.set(Property.cells("#address-cells", 1)).set(Property.cells("#size-cells", 1));
        Node soc = root.add(new Node("soc"));
        for (int i = 1; i <= 3; i++) {
            Node device = soc.add(new Node("device@" + i));
            device.set(Property.cells("reg", i, 1)).set(Property.cells("phandle", i));
            device.set(Property.empty("dma-coherent"));
        }
        Node symbols = root.add(new Node("__symbols__"));
        symbols.set(Property.strings("d1", "/soc/device@1"));
        symbols.set(Property.strings("d2", "/soc/device@2"));
        return FdtWriter.write(
                new DeviceTree(root, List.of(AddressRange.of(0x1000, 0x100)), 1, false), 0);
    }

    /// An overlay for [#base] with two fragments, references of both kinds and a label.
    public static byte[] overlay() {
        Node root = new Node("");
        Node first = root.add(new Node("fragment@0"));
        first.set(Property.cells("target", -1));
        Node changes = first.add(new Node("__overlay__"));
        changes.set(Property.cells("refs", -1, 1)).set(Property.empty("dma-coherent"));
        changes.add(new Node("sub")).set(Property.cells("phandle", 1));
        Node second = root.add(new Node("fragment@1"));
        second.set(Property.strings("target-path", "/soc"));
        second.add(new Node("__overlay__")).add(new Node("device")).set(Property.cells("reg", 9));
        root.add(new Node("__symbols__"))
                .set(Property.strings("sub", "/fragment@0/__overlay__/sub"));
        root.add(new Node("__fixups__"))
                .set(Property.strings("d1", "/fragment@0:target:0"))
                .set(Property.strings("d2", "/fragment@0/__overlay__:refs:0"));
        root.add(new Node("__local_fixups__"))
                .add(new Node("fragment@0"))
                .add(new Node("__overlay__"))
                .set(Property.cells("refs", 4));
        return FdtWriter.write(DeviceTree.of(root), 0);
    }
}
