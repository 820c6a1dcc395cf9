package org.vinculum.devicetree.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

class TreeIndexTest {
    private final Node root = new Node("");
    private final Node soc = root.add(new Node("soc"));
    private final Node uart = soc.add(new Node("uart@9000000"));

    private TreeIndex index() {
        return TreeIndex.of(DeviceTree.of(root));
    }

    @Test
    void aPathLeadsToItsNodeAndAnAliasToTheNodeBehindIt() {
        root.add(new Node("aliases")).set(Property.strings("bus", "/soc"));

        assertThat(index().byPath("/")).contains(root);
        assertThat(index().byPath("/soc/uart@9000000")).contains(uart);
        assertThat(index().byPath("bus/uart@9000000")).contains(uart);
        assertThat(index().byPath("/soc/uart")).isEmpty();
        assertThat(index().byPath("nobody")).isEmpty();
    }

    @Test
    void theFirstOfTwoNodesKeepsAPhandle() {
        soc.set(Property.cells("phandle", 7));
        uart.set(Property.cells("phandle", 7));

        assertThat(index().byPhandle(7)).contains(soc);
    }

    @Test
    void theOldNameOfAPhandleCountsToo() {
        uart.set(Property.cells("linux,phandle", 8));

        assertThat(index().byPhandle(8)).contains(uart);
    }

    @Test
    void zeroAndAllOnesAreNoPhandles() {
        soc.set(Property.cells("phandle", 0));
        uart.set(Property.cells("phandle", -1));

        assertThat(index().byPhandle(0)).isEmpty();
        assertThat(index().byPhandle(-1)).isEmpty();
    }
}
