package org.vinculum.devicetree.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

class SpecifiersTest {
    private final Node one = target(1, 1);
    private final Node two = target(2, 2);
    private final TreeIndex index = index();

    private TreeIndex index() {
        Node root = new Node("");
        root.add(one);
        root.add(two);
        root.add(new Node("silent")).set(Property.cells("phandle", 3));
        return TreeIndex.of(DeviceTree.of(root));
    }

    private static Node target(int phandle, int cells) {
        Node node = new Node("t" + phandle);
        node.set(Property.cells("phandle", phandle));
        return node.set(Property.cells("#x-cells", cells));
    }

    private Specifiers read(int... cells) {
        return Specifiers.read(Property.cells("list", cells), "#x-cells", index);
    }

    @Test
    void eachTargetTakesTheCellsItAsksFor() {
        assertThat(read(1, 10, 2, 20, 21, 1, 11).entries())
                .containsExactly(
                        new Specifiers.Entry(0, one, List.of(10)),
                        new Specifiers.Entry(2, two, List.of(20, 21)),
                        new Specifiers.Entry(5, one, List.of(11)));
    }

    @Test
    void anEmptyPlaceIsSkippedWhereTheBindingHasThem() {
        assertThat(read(0, 1, 10).entries())
                .containsExactly(new Specifiers.Entry(1, one, List.of(10)));
    }

    @Test
    void anEmptyPlaceIsAFaultInADenseList() {
        Property list = Property.cells("iommus", 1, 10, 0, 1, 11);

        Specifiers read = Specifiers.readDense(list, "#x-cells", index);

        assertThat(read.entries()).containsExactly(new Specifiers.Entry(0, one, List.of(10)));
        assertThat(read.fault()).contains(new Fault.Dangling(2, 0));
    }

    @Test
    void aFaultKeepsWhatCameBeforeIt() {
        assertThat(read(1, 10, 9).fault()).contains(new Fault.Dangling(2, 9));
        assertThat(read(1, 10, 2, 20).fault()).contains(new Fault.Truncated(2, 3, 2));
        assertThat(read(1, 10, 3).fault())
                .contains(new Fault.Uncounted(2, index.byPhandle(3).orElseThrow(), "#x-cells"));
        assertThat(read(1, 10, 9).entries()).hasSize(1);
    }

    @Test
    void bytesThatMakeNoCellAreAFault() {
        Property list = Property.of("list", new byte[] {0, 0, 0, 1, 0, 0, 0, 10, 7});

        assertThat(Specifiers.read(list, "#x-cells", index).fault())
                .contains(new Fault.NotCells(2, 9));
    }
}
