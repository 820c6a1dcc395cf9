package org.vinculum.toolstack.dom0;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.OutputFile;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.devicetree.model.view.Availability;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;

/// Makes dom0's tree of the host's: one virtual SMMUv3 in the place of each physical one, where virtual and physical
/// stream IDs are the same.
public final class Dom0Tree {
    private final List<Finding> notes = new ArrayList<>();
    private final TreeIndex index;
    private final Set<Node> hidden = new HashSet<>();

    private Dom0Tree(DeviceTree tree) {
        index = TreeIndex.of(tree);
    }

    /// @throws org.vinculum.firmware.UnreadableInputException when the host's tree cannot be understood
    public static Dom0Describer.Result describe(InputFile host, DeviceTreeCodec codec) {
        TreeFormat format = codec.recognise(host);
        DeviceTree tree = codec.read(host, format);
        Dom0Tree dom0 = new Dom0Tree(tree);
        dom0.replaceIommus();
        dom0.dropReferences();
        String name = format == TreeFormat.DTB ? "dom0.dtb" : "dom0.dts";
        TreeFormat written = format == TreeFormat.DTB ? format : TreeFormat.DTS;
        return new Dom0Describer.Result(
                new OutputFile(name, codec.write(tree, written)), List.copyOf(dom0.notes));
    }

    private void replaceIommus() {
        for (Node node : index.nodes()) {
            String path = node.path();
            switch (IommuKind.of(node)) {
                case VIRTUAL -> replace(node, path);
                case HIDDEN -> hide(node, path);
                case UNTOUCHED ->
                        note(
                                "dom0-iommu-untouched",
                                path,
                                "Xen has no driver for this IOMMU: dom0 sees it and everything"
                                        + " behind it as without Xen");
                case NONE -> {}
            }
        }
        hidden.forEach(node -> node.parent().ifPresent(parent -> parent.remove(node)));
    }

    private void replace(Node node, String path) {
        List<String> changed = VirtualInPlace.apply(node);
        note(
                "dom0-viommu",
                path,
                "a virtual SMMUv3 stands in for the physical one at the same address"
                        + TreeIndex.phandleOf(node).stream()
                                .mapToObj(p -> ", phandle " + Integer.toUnsignedString(p))
                                .findFirst()
                                .orElse("")
                        + (Availability.withParents(node) ? "" : ", disabled as that is")
                        + (changed.isEmpty() ? "" : "; " + String.join(", ", changed)));
    }

    private void hide(Node node, String path) {
        hidden.add(node);
        note(
                "dom0-iommu-hidden",
                path,
                "Xen drives this IOMMU itself and shows dom0 no virtual one: the node is left out");
    }

    private void dropReferences() {
        if (hidden.isEmpty()) {
            return;
        }
        References references = new References(index, hidden);
        for (Node node : index.nodes()) {
            List<String> dropped = references.drop(node);
            if (!dropped.isEmpty()) {
                note(
                        "dom0-reference-dropped",
                        node.path(),
                        "refers to an IOMMU that dom0 does not see: "
                                + String.join(", ", dropped)
                                + " left out");
            }
        }
    }

    private void note(String code, String path, String message) {
        notes.add(Finding.note(code, path, message));
    }
}
