package org.vinculum.qemu.tree;

import java.util.OptionalInt;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.CellCounts;
import org.vinculum.devicetree.model.view.Reg;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.qemu.layout.Layout;

/// What our nodes refer to in QEMU's tree; its phandles differ from one command line to the next.
///
/// @param gic phandle of the GICv3
/// @param its phandle of its translation service
record QemuTree(int gic, int its) {
    private static final CellCounts ROOT = new CellCounts(2, 2);

    /// @param name what messages call the tree
    static QemuTree of(String name, DeviceTree tree, Layout layout) {
        CellCounts cells = CellCounts.below(tree.root());
        if (!cells.equals(ROOT)) {
            throw UnreadableInputException.of(
                    name,
                    "two cells for an address and two for a size in /",
                    cells.address() + " and " + cells.size());
        }
        requireMemory(name, tree, layout);
        return new QemuTree(
                phandle(name, tree, "arm,gic-v3", "gic-version=3"),
                phandle(name, tree, "arm,gic-v3-its", "its=on"));
    }

    private static void requireMemory(String name, DeviceTree tree, Layout layout) {
        long size = memoryAt(tree, Layout.RAM);
        if (size != layout.ramBytes()) {
            throw UnreadableInputException.of(
                    name,
                    "0x%x bytes of memory at 0x%x".formatted(layout.ramBytes(), Layout.RAM),
                    "0x%x bytes".formatted(size));
        }
    }

    private static long memoryAt(DeviceTree tree, long address) {
        return tree.root().children().stream()
                .filter(node -> node.baseName().equals("memory"))
                .flatMap(node -> Reg.of(node).blocks().stream())
                .filter(block -> block.address().offset() == address)
                .mapToLong(Reg.Block::size)
                .findFirst()
                .orElse(0);
    }

    private static int phandle(String name, DeviceTree tree, String compatible, String option) {
        Node node =
                tree.nodes()
                        .filter(one -> isCompatible(one, compatible))
                        .findFirst()
                        .orElseThrow(() ->
                                UnreadableInputException.of(
                                        name,
                                        "a node compatible with " + compatible,
                                        "none; the virt machine has it with " + option));
        OptionalInt phandle = TreeIndex.phandleOf(node);
        if (phandle.isEmpty()) {
            throw UnreadableInputException.of(name, "a phandle of " + node.path(), "none");
        }
        return phandle.getAsInt();
    }

    private static boolean isCompatible(Node node, String compatible) {
        return node.property("compatible")
                .filter(property -> property.strings().contains(compatible))
                .isPresent();
    }
}
