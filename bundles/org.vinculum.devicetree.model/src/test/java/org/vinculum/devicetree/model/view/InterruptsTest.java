package org.vinculum.devicetree.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

class InterruptsTest {
    private final Node root = new Node("");
    private final Node gic = root.add(controller("gic", 1, 3));

    private static Node controller(String name, int phandle, int cells) {
        Node node = new Node(name);
        node.set(Property.cells("phandle", phandle));
        return node.set(Property.cells("#interrupt-cells", cells));
    }

    private TreeIndex index() {
        return TreeIndex.of(DeviceTree.of(root));
    }

    @Test
    void interruptsGoToTheParentThatANodeAboveNames() {
        root.set(Property.cells("interrupt-parent", 1));
        Node uart = root.add(new Node("soc")).add(new Node("uart"));
        uart.set(Property.cells("interrupts", 0, 1, 4, 0, 2, 4));

        assertThat(Interrupts.of(uart, index()).lines())
                .containsExactly(
                        new Specifiers.Entry(0, gic, List.of(0, 1, 4)),
                        new Specifiers.Entry(3, gic, List.of(0, 2, 4)));
    }

    @Test
    void extendedInterruptsWinOverPlainOnes() {
        Node uart = root.add(new Node("uart"));
        uart.set(Property.cells("interrupts", 7, 7, 7));
        uart.set(Property.cells("interrupts-extended", 1, 0, 9, 4));

        assertThat(Interrupts.of(uart, index()).lines())
                .containsExactly(new Specifiers.Entry(0, gic, List.of(0, 9, 4)));
    }

    @Test
    void aCircleOfInterruptParentsEnds() {
        Node a = root.add(new Node("a"));
        Node b = root.add(new Node("b"));
        a.set(Property.cells("phandle", 5)).set(Property.cells("interrupt-parent", 6));
        b.set(Property.cells("phandle", 6)).set(Property.cells("interrupt-parent", 5));
        a.set(Property.cells("interrupts", 1));

        assertThat(Interrupts.parent(a, index())).isEmpty();
        assertThat(Interrupts.of(a, index()).lines()).isEmpty();
    }

    @Test
    void anInterruptMapTakesUnitAndInterruptCellsOfBothSides() {
        gic.set(Property.cells("#address-cells", 1));
        Node pcie = root.add(controller("pcie", 2, 1));
        pcie.set(Property.cells("#address-cells", 3));
        pcie.set(Property.cells("interrupt-map", 0x800, 0, 0, 1, 1, 0x55, 0, 33, 4));

        assertThat(InterruptMap.of(pcie, index()).entries())
                .containsExactly(
                        new InterruptMap.Entry(
                                0, List.of(0x800, 0, 0, 1), gic, List.of(0x55), List.of(0, 33, 4)));
    }
}
