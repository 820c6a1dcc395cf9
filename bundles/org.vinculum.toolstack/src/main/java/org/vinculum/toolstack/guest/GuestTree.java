package org.vinculum.toolstack.guest;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.toolstack.config.GuestConfig;

/// Assembles the whole tree of a domU in libxl's order.
public final class GuestTree {
    private GuestTree() {}

    /// What the tree shows besides the configuration.
    ///
    /// @param coherent for each virtual SMMU, whether all physical ones behind it walk tables coherently
    /// @param functions virtual stream by requester ID on the virtual host bridge
    /// @param pciCoherent the DMA of every function is coherent
    /// @param passthrough the nodes of assigned devices, without a parent
    /// @param aliases of the partial tree, without a parent
    public record Content(
            List<VirtualIommuNode> viommus,
            List<Boolean> coherent,
            SortedMap<Integer, BoundStream> functions,
            boolean pciCoherent,
            Node passthrough,
            Optional<Node> aliases) {}

    public static DeviceTree of(GuestConfig config, Content content) {
        Node root = root();
        root.add(MachineNodes.chosen(config.commandLine()));
        root.add(MachineNodes.cpus(config.vcpus()));
        root.add(MachineNodes.psci());
        MachineNodes.memory(config.memory()).forEach(root::add);
        root.add(MachineNodes.interruptController(config.gicV2()));
        root.add(MachineNodes.timer());
        root.add(MachineNodes.hypervisor());
        for (int i = 0; i < content.viommus().size(); i++) {
            root.add(VirtualSmmuNode.of(content.viommus().get(i), content.coherent().get(i)));
        }
        if (!content.functions().isEmpty()) {
            root.add(VpciNode.of(content.functions(), phandles(content), content.pciCoherent()));
        }
        root.add(content.passthrough());
        content.aliases().ifPresent(root::add);
        return DeviceTree.of(root);
    }

    private static Node root() {
        Node root = new Node("");
        root.set(Property.strings("model", "XENVM-" + GuestMap.XEN_VERSION));
        root.set(Property.strings("compatible", "xen,xenvm-" + GuestMap.XEN_VERSION, "xen,xenvm"));
        root.set(Property.cells("interrupt-parent", GuestMap.PHANDLE_GIC));
        root.set(Property.cells("#address-cells", 2));
        return root.set(Property.cells("#size-cells", 2));
    }

    private static int[] phandles(Content content) {
        return content.viommus().stream().mapToInt(VirtualIommuNode::phandle).toArray();
    }
}
