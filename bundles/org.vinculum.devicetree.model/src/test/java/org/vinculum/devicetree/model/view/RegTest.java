package org.vinculum.devicetree.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

class RegTest {
    private final Node parent = new Node("");
    private final Node device = parent.add(new Node("device"));

    @Test
    void addressAndSizeTakeTheCellsOfTheParent() {
        parent.set(Property.cells("#address-cells", 2)).set(Property.cells("#size-cells", 2));
        device.set(Property.cells("reg", 0x8, 0xc0040000, 0x0, 0x20000));

        assertThat(Reg.of(device).blocks())
                .containsExactly(new Reg.Block(new BusAddress(0, 0x8_c004_0000L), 0x20000));
    }

    @Test
    void aParentThatCountsNothingMeansTwoAndOne() {
        device.set(Property.cells("reg", 0x1, 0x2, 0x3));

        assertThat(Reg.of(device).blocks())
                .containsExactly(new Reg.Block(new BusAddress(0, 0x1_0000_0002L), 3));
    }

    @Test
    void theFirstCellOfThreeIsTheSpace() {
        parent.set(Property.cells("#address-cells", 3)).set(Property.cells("#size-cells", 2));
        device.set(Property.cells("reg", 0x02000810, 0x0, 0x1000, 0x0, 0x100));

        assertThat(Reg.of(device).blocks())
                .containsExactly(new Reg.Block(new BusAddress(0x02000810, 0x1000), 0x100));
    }

    @Test
    void bytesThatMakeNoEntryAreCounted() {
        parent.set(Property.cells("#address-cells", 1)).set(Property.cells("#size-cells", 1));
        device.set(Property.cells("reg", 1, 2, 3));

        assertThat(Reg.of(device).blocks()).hasSize(1);
        assertThat(Reg.of(device).spareBytes()).isEqualTo(4);
    }

    @Test
    void aCountOutOfAllBoundsIsReadAsTheDefault() {
        parent.set(Property.cells("#address-cells", 0x7fffffff));
        parent.set(Property.cells("#size-cells", -1));

        assertThat(CellCounts.below(parent)).isEqualTo(new CellCounts(2, 1));
    }
}
