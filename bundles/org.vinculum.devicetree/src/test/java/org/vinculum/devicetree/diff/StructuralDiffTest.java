package org.vinculum.devicetree.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.Difference.BootCpuChanged;
import org.vinculum.devicetree.model.Difference.NodeAdded;
import org.vinculum.devicetree.model.Difference.NodeRemoved;
import org.vinculum.devicetree.model.Difference.PropertyAdded;
import org.vinculum.devicetree.model.Difference.PropertyChanged;
import org.vinculum.devicetree.model.Difference.PropertyRemoved;
import org.vinculum.devicetree.model.Difference.ReservationsChanged;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

class StructuralDiffTest {
    @Test
    void anotherOrderIsNoDifference() {
        Node one = new Node("");
        one.set(Property.empty("a")).set(Property.empty("b"));
        one.add(new Node("x"));
        one.add(new Node("y"));
        Node other = new Node("");
        other.set(Property.empty("b")).set(Property.empty("a"));
        other.add(new Node("y"));
        other.add(new Node("x"));

        assertThat(between(one, other)).isEmpty();
    }

    @Test
    void propertiesComeBeforeNodesAndRemovalsBeforeAdditions() {
        Node one = new Node("");
        one.set(Property.cells("changed", 1)).set(Property.empty("old"));
        Node gone = one.add(new Node("gone"));
        one.add(new Node("both")).set(Property.empty("old"));
        Node other = new Node("");
        other.set(Property.empty("new")).set(Property.cells("changed", 2));
        Node added = other.add(new Node("added"));
        other.add(new Node("both"));

        assertThat(between(one, other))
                .containsExactly(
                        new PropertyChanged(
                                "/", Property.cells("changed", 1), Property.cells("changed", 2)),
                        new PropertyRemoved("/", Property.empty("old")),
                        new PropertyAdded("/", Property.empty("new")),
                        new NodeRemoved("/gone", gone),
                        new PropertyRemoved("/both", Property.empty("old")),
                        new NodeAdded("/added", added));
    }

    @Test
    void whatABlobKeepsBesideTheTreeIsCompared() {
        var range = AddressRange.of(0x1000, 0x10);
        var one = new DeviceTree(new Node(""), List.of(range), 0, false);
        var other = new DeviceTree(new Node(""), List.of(), 1, false);

        assertThat(StructuralDiff.between(one, other))
                .containsExactly(
                        new ReservationsChanged(List.of(range), List.of()),
                        new BootCpuChanged(0, 1));
    }

    private static List<Difference> between(Node one, Node other) {
        return StructuralDiff.between(DeviceTree.of(one), DeviceTree.of(other));
    }
}
