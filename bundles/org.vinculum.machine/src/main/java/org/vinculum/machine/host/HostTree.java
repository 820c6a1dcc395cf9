package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.Reg;
import org.vinculum.devicetree.model.view.Translation;
import org.vinculum.memory.AddressRange;

/// What a device tree says of a host that its topology does not: memory, and where messages go.
///
/// @param memory as written, in the order of the tree
/// @param messageFrame of its first interrupt translation service
public record HostTree(List<AddressRange> memory, Optional<AddressRange> messageFrame) {
    /// Nothing is said.
    public static final HostTree SILENT = new HostTree(List.of(), Optional.empty());

    /// GITS_TRANSLATER is in the second frame of 64 KiB (IHI 0069, 12.18).
    private static final long FRAME = 0x1_0000;

    private static final String ITS = "arm,gic-v3-its";

    public HostTree {
        memory = List.copyOf(memory);
    }

    public static HostTree of(DeviceTree tree) {
        List<AddressRange> memory = new ArrayList<>();
        Optional<AddressRange> messages = Optional.empty();
        for (Iterator<Node> nodes = tree.nodes().iterator(); nodes.hasNext(); ) {
            Node node = nodes.next();
            if (isMemory(node) && Availability.withParents(node)) {
                memory.addAll(blocks(node));
            } else if (messages.isEmpty() && isIts(node) && Availability.withParents(node)) {
                messages = blocks(node).stream().findFirst().flatMap(HostTree::second);
            }
        }
        return new HostTree(memory, messages);
    }

    // DTSpec 0.4, 3.4
    private static boolean isMemory(Node node) {
        return node.property("device_type").map(Property::string).orElse("").equals("memory");
    }

    private static boolean isIts(Node node) {
        return node.property("compatible").map(Property::strings).orElse(List.of()).contains(ITS);
    }

    private static Optional<AddressRange> second(AddressRange registers) {
        return registers.size() < 2 * FRAME
                ? Optional.empty()
                : Optional.of(AddressRange.of(registers.start().value() + FRAME, FRAME));
    }

    /// What the CPU sees of a node's `reg`, without what ends beyond the address space.
    private static List<AddressRange> blocks(Node node) {
        List<AddressRange> blocks = new ArrayList<>();
        for (Reg.Block block : Reg.of(node).blocks()) {
            if (Translation.of(node, block.address()) instanceof Translation.Cpu cpu
                    && block.size() > 0
                    && Long.compareUnsigned(cpu.address() + block.size(), cpu.address()) > 0) {
                blocks.add(AddressRange.of(cpu.address(), block.size()));
            }
        }
        return blocks;
    }
}
