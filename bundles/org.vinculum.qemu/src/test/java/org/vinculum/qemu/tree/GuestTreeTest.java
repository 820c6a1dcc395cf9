package org.vinculum.qemu.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.OverlayMerge;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;
import org.vinculum.qemu.layout.Layout;

class GuestTreeTest {
    private static final Layout LAYOUT = new Layout(512L << 20);
    private static final Layout LARGE = new Layout(5L << 30);
    private static final String SMALL_MEMORY = "reg = <0 0x40000000 0 0x20000000>";
    private static final String LARGE_MEMORY = "reg = <0 0x40000000 1 0x40000000>";
    private static final String HOST = "/pcie@5f100000";

    private final TreeCodec codec = new TreeCodec();
    private final GuestTree trees = new GuestTree(codec, new OverlayMerge());

    @Test
    void theTopologyHasOneSmmuWhereTheLayoutPutsIt() {
        Firmware firmware = inspect(trees.make(Machines.dump(Machines.ORDINARY), LAYOUT));

        assertThat(firmware.findings()).isEmpty();
        assertThat(firmware.platform().iommus()).hasSize(1);
        Iommu.SmmuV3 smmu = (Iommu.SmmuV3) firmware.platform().iommus().getFirst();
        assertThat(smmu.registers()).contains(AddressRange.of(0x5f00_0000L, 0x2_0000));
        assertThat(smmu.coherent()).isTrue();
        assertThat(smmu.interrupts())
                .containsExactly(
                        new Iommu.Interrupt("eventq", List.of(0, 100, 1)),
                        new Iommu.Interrupt("gerror", List.of(0, 102, 1)));
    }

    @Test
    void everyFunctionOfOurHostHasAStream() {
        Firmware firmware = inspect(trees.make(Machines.dump(Machines.ORDINARY), LAYOUT));

        Bus host =
                firmware.platform().buses().stream()
                        .filter(bus -> bus.path().equals(HOST))
                        .findFirst()
                        .orElseThrow();
        assertThat(host.pci()).contains(new Bus.Pci(1, 0, 0));
        assertThat(host.coherent()).isTrue();
        assertThat(host.stream(0).orElseThrow().iommu()).isEqualTo("/iommu@5f000000");
        assertThat(host.stream(0).orElseThrow().id().value()).isEqualTo(0x100);
        assertThat(host.stream(8).orElseThrow().id().value()).isEqualTo(0x108);
        assertThat(host.stream(0xff).orElseThrow().id().value()).isEqualTo(0x1ff);
    }

    @Test
    void messagesOfEveryFunctionComeAsThoseOfDevice0AtTheServiceThatTheTreeNames() {
        Node host = node(trees.make(Machines.dump(Machines.ORDINARY), LAYOUT), HOST);

        assertThat(host.property("msi-map"))
                .contains(Property.cells("msi-map", 0, 0x8005, 0, 0x1_0000));
        assertThat(host.property("msi-map-mask")).contains(Property.cells("msi-map-mask", 0));
    }

    @Test
    void registersOfTheHostAreTheLayouts() {
        Node host = node(trees.make(Machines.dump(Machines.ORDINARY), LAYOUT), HOST);

        assertThat(host.property("reg"))
                .contains(Property.cells("reg", 0, 0x5f10_0000, 0, 0x10_0000));
        assertThat(host.property("ranges"))
                .contains(
                        Property.cells(
                                "ranges",
                                0x0200_0000,
                                0,
                                0x5f80_0000,
                                0,
                                0x5f80_0000,
                                0,
                                0x80_0000));
    }

    @Test
    void aWindowAbove4GiBHas64BitAddresses() {
        byte[] dump = Machines.dumpWith(SMALL_MEMORY, LARGE_MEMORY);

        Node host = node(trees.make(dump, LARGE), "/pcie@17f100000");

        assertThat(host.property("ranges"))
                .contains(
                        Property.cells(
                                "ranges",
                                0x0300_0000,
                                1,
                                0x7f80_0000,
                                1,
                                0x7f80_0000,
                                0,
                                0x80_0000));
    }

    @Test
    void aWindowThatEndsAt4GiBHas32BitAddresses() {
        byte[] dump = Machines.dumpWith(SMALL_MEMORY, "reg = <0 0x40000000 0 0xc0000000>");

        Node host = node(trees.make(dump, new Layout(3L << 30)), "/pcie@ff100000");

        assertThat(host.property("ranges").orElseThrow().cell(0)).isEqualTo(0x0200_0000);
    }

    @Test
    void whatQemuWroteStays() {
        byte[] dump = Machines.dump(Machines.ORDINARY);

        DeviceTree whole = read(trees.make(dump, LAYOUT));

        read(dump)
                .nodes()
                .filter(node -> node.parent().isPresent())
                .forEach(node ->
                        assertThat(whole.node(node.path()).orElseThrow().properties())
                                .containsExactlyElementsOf(node.properties()));
    }

    @Test
    void theSmmuMayHaveOneLineMessagesAndErrata() {
        var options =
                new TreeOptions(
                        TreeOptions.Lines.COMBINED,
                        true,
                        false,
                        List.of("hisilicon,broken-prefetch-cmd"));

        byte[] tree = trees.make(Machines.dump(Machines.ORDINARY), LAYOUT, options);

        Iommu.SmmuV3 smmu = (Iommu.SmmuV3) inspect(tree).platform().iommus().getFirst();
        assertThat(smmu.interrupts())
                .containsExactly(new Iommu.Interrupt("combined", List.of(0, 100, 1)));
        assertThat(smmu.errata()).containsExactly("hisilicon,broken-prefetch-cmd");
        assertThat(node(tree, "/iommu@5f000000").property("msi-parent"))
                .contains(Property.cells("msi-parent", 0x8005, 0));
    }

    @Test
    void withoutMessagesTheSmmuHasNoMessageController() {
        byte[] tree = trees.make(Machines.dump(Machines.ORDINARY), LAYOUT);

        assertThat(node(tree, "/iommu@5f000000").has("msi-parent")).isFalse();
    }

    @Test
    void translationRequestsAreAPropertyOfTheHost() {
        var options = new TreeOptions(TreeOptions.Lines.SEPARATE, false, true, List.of());

        byte[] asked = trees.make(Machines.dump(Machines.ORDINARY), LAYOUT, options);
        byte[] ordinary = trees.make(Machines.dump(Machines.ORDINARY), LAYOUT);

        assertThat(node(asked, HOST).has("ats-supported")).isTrue();
        assertThat(node(ordinary, HOST).has("ats-supported")).isFalse();
    }

    @Test
    void aQuirkIsTheNameOfAProperty() {
        List<String> quirks = List.of("x; }; / { y");

        assertThatThrownBy(() -> new TreeOptions(TreeOptions.Lines.SEPARATE, false, false, quirks))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMachineWithAnotherInterruptControllerIsRefused() {
        refuses(
                Machines.dumpWith("\"arm,gic-v3\"", "\"arm,cortex-a15-gic\""),
                "QEMU's device tree: expected a node compatible with arm,gic-v3, found none;"
                        + " the virt machine has it with gic-version=3");
    }

    @Test
    void aMachineWithoutATranslationServiceIsRefused() {
        refuses(
                Machines.dumpWith("\"arm,gic-v3-its\"", "\"example,its\""),
                "QEMU's device tree: expected a node compatible with arm,gic-v3-its, found none;"
                        + " the virt machine has it with its=on");
    }

    @Test
    void aTranslationServiceThatNobodyCanReferToIsRefused() {
        refuses(
                Machines.dumpWith("phandle = <0x8005>;", ""),
                "QEMU's device tree: expected a phandle of /intc@8000000/its@8080000, found none");
    }

    @Test
    void theTreeOfAMachineWithOtherMemoryIsRefused() {
        refuses(
                Machines.dumpWith(SMALL_MEMORY, LARGE_MEMORY),
                "QEMU's device tree: expected 0x20000000 bytes of memory at 0x40000000,"
                        + " found 0x140000000 bytes");
    }

    @Test
    void aRootWithOtherCellsIsRefused() {
        refuses(
                Machines.dump("/dts-v1/; / { #address-cells = <1>; #size-cells = <1>; };"),
                "QEMU's device tree: expected two cells for an address and two for a size in /,"
                        + " found 1 and 1");
    }

    @Test
    void whatIsNoTreeIsRefused() {
        byte[] nothing = {};

        assertThatThrownBy(() -> trees.make(nothing, LAYOUT))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith("QEMU's device tree:");
    }

    private void refuses(byte[] dump, String message) {
        assertThatThrownBy(() -> trees.make(dump, LAYOUT))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(message);
    }

    private Firmware inspect(byte[] tree) {
        return new DeviceTreeFirmwareReader(codec).read(InputFile.of("guest.dtb", tree));
    }

    private Node node(byte[] tree, String path) {
        return read(tree).node(path).orElseThrow();
    }

    private DeviceTree read(byte[] tree) {
        return codec.read(InputFile.of("guest.dtb", tree));
    }
}
