package org.vinculum.devicetree.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

class TranslationTest {
    private static Node bus(Node parent, int address, int size, int... ranges) {
        Node bus = parent.add(new Node("bus"));
        bus.set(Property.cells("#address-cells", address));
        bus.set(Property.cells("#size-cells", size));
        bus.set(Property.cells("ranges", ranges));
        return bus;
    }

    private static Node root(int address, int size) {
        Node root = new Node("");
        root.set(Property.cells("#address-cells", address));
        root.set(Property.cells("#size-cells", size));
        return root;
    }

    private static Translation translate(Node bus, int space, long offset) {
        Node device = bus.add(new Node("device"));
        return Translation.of(device, new BusAddress(space, offset));
    }

    @Test
    void anAddressBelowTheRootIsACpuAddress() {
        assertThat(translate(root(1, 1), 0, 0x9000000L))
                .isEqualTo(new Translation.Cpu(0x9000000L, -1L));
    }

    @Test
    void emptyRangesChangeNothing() {
        assertThat(translate(bus(root(1, 1), 1, 1), 0, 0x1000))
                .isEqualTo(new Translation.Cpu(0x1000, -1L));
    }

    @Test
    void eachBusAddsItsOffsetAndTheRoomIsTheLeastOfAll() {
        Node outer = bus(root(2, 2), 1, 1, 0x0, 0x8, 0x0, 0x1000000);
        Node inner = bus(outer, 1, 1, 0x100, 0x4000, 0x200);

        assertThat(translate(inner, 0, 0x180))
                .isEqualTo(new Translation.Cpu(0x8_0000_4080L, 0x180));
    }

    @Test
    void thoseWindowsAreOfTheBusThatNoneOfThemHolds() {
        Node soc = bus(root(1, 1), 1, 1, 0x0, 0x80000000, 0x1000);

        assertThat(translate(soc, 0, 0x1000)).isEqualTo(new Translation.Outside(soc));
        assertThat(translate(soc, 0, 0xfff)).isEqualTo(new Translation.Cpu(0x80000fffL, 1));
    }

    @Test
    void aBusWithoutRangesIsClosed() {
        Node soc = bus(root(1, 1), 1, 1);
        soc.remove("ranges");

        assertThat(translate(soc, 0, 0)).isEqualTo(new Translation.Closed(soc));
    }

    @Test
    void memoryAndIoSpaceOfPciAreToldApart() {
        Node pcie =
                bus(
                        root(2, 2),
                        3,
                        2,
                        // I/O space at 0, then 32-bit memory at 0
                        0x01000000,
                        0x0,
                        0x0,
                        0x0,
                        0x3eff0000,
                        0x0,
                        0x10000,
                        0x02000000,
                        0x0,
                        0x0,
                        0x0,
                        0x10000000,
                        0x0,
                        0x10000000);

        assertThat(translate(pcie, 0x02000800, 0x1000))
                .isEqualTo(new Translation.Cpu(0x10001000L, 0xffff000));
        assertThat(translate(pcie, 0x01000800, 0x1000))
                .isEqualTo(new Translation.Cpu(0x3eff1000L, 0xf000));
    }

    @Test
    void aWindowThatEndsWithTheAddressSpaceDoesNotWrap() {
        Node soc = bus(root(2, 2), 2, 2, 0x0, 0x0, 0xffffffff, 0xf0000000, 0x0, 0x10000000);

        assertThat(Window.of(soc, "ranges").getFirst().wraps()).isFalse();
        assertThat(translate(soc, 0, 0xfffffff))
                .isEqualTo(new Translation.Cpu(0xffffffff_ffffffffL, 1));
    }
}
