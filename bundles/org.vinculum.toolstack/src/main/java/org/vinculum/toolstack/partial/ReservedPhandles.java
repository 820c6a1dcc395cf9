package org.vinculum.toolstack.partial;

import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Cells;
import org.vinculum.toolstack.guest.GuestMap;
import org.vinculum.toolstack.verdict.Verdict;

/// Keeps phandles from 65000 on for the nodes that the toolstack makes.
///
/// A partial tree may refer to the interrupt controller (65000), Xen's grant-DMA IOMMU (65001) and the virtual SMMUs
/// (65002 and up). Beside `/passthrough`, where nothing is copied from, placeholders of the first and the last may own
/// the number, so that the source compiles.
public final class ReservedPhandles {
    private static final String PHANDLE = "phandle";
    private static final Set<String> REFERENCES =
            Set.of("interrupt-parent", "msi-parent", "iommus", "interrupts-extended");

    private final PartialTree partial;
    private final Verdict verdict;
    private final int viommus;

    /// @param viommus how many virtual SMMUs the guest gets at most
    public ReservedPhandles(PartialTree partial, int viommus, Verdict verdict) {
        this.partial = partial;
        this.viommus = viommus;
        this.verdict = verdict;
    }

    /// Says what is wrong with the phandles of a partial tree.
    public void check() {
        Set<Node> copied = Set.copyOf(partial.devices());
        partial.tree()
                .nodes()
                .forEach(node -> {
                    boolean inside = copied.contains(node) || node == partial.passthrough();
                    checkOwn(node, inside);
                    if (inside) {
                        checkReferences(node);
                    }
                });
    }

    private void checkOwn(Node node, boolean copied) {
        OptionalInt own = Cells.single(node, PHANDLE);
        if (own.isEmpty()) {
            own = Cells.single(node, "linux,phandle");
        }
        if (own.isEmpty() || !isReserved(own.getAsInt())) {
            return;
        }
        if (copied || !isPlaceholder(node, own.getAsInt())) {
            verdict.refuse(
                    "partial-phandle-reserved",
                    partial.place(node),
                    "phandle "
                            + shown(own.getAsInt())
                            + " belongs to the toolstack, as all from 65000 (0xfde8) on; use a"
                            + " lower one");
        }
    }

    private static boolean isPlaceholder(Node node, int phandle) {
        return switch (phandle) {
            case GuestMap.PHANDLE_GIC -> node.has("interrupt-controller") || isNamed(node, "gic");
            case GuestMap.PHANDLE_SMMU -> node.has("#iommu-cells");
            default -> false;
        };
    }

    private static boolean isNamed(Node node, String name) {
        return node.path().equals("/" + name);
    }

    // Without knowing the binding of a property a cell cannot be told from a phandle, so only those
    // whose first cell always is one are looked at.
    private void checkReferences(Node node) {
        for (Property property : node.properties()) {
            if (REFERENCES.contains(property.name()) && property.cellCount() > 0) {
                int target = property.cell(0);
                if (isReserved(target) && !isDocumented(property.name(), target)) {
                    verdict.refuse(
                            "partial-phandle-unknown",
                            partial.place(node),
                            "'"
                                    + property.name()
                                    + "' refers to phandle "
                                    + shown(target)
                                    + ", which no node of the guest has; "
                                    + documented(property.name()));
                }
            }
        }
    }

    private static String documented(String property) {
        return property.equals("iommus")
                ? "the virtual SMMU is 65002 (0xfdea)"
                : "the interrupt controller is 65000 (0xfde8)";
    }

    private boolean isDocumented(String property, int target) {
        if (property.equals("iommus")) {
            return target == GuestMap.PHANDLE_XEN_IOMMU
                    || target >= GuestMap.PHANDLE_SMMU && target < GuestMap.PHANDLE_SMMU + viommus;
        }
        return target == GuestMap.PHANDLE_GIC;
    }

    private static boolean isReserved(int phandle) {
        return phandle != -1 && Integer.compareUnsigned(phandle, GuestMap.PHANDLE_RESERVED) >= 0;
    }

    private static String shown(int phandle) {
        return Integer.toUnsignedString(phandle) + " (0x" + Integer.toHexString(phandle) + ")";
    }
}
