package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Origin;

/// PCI functions behind maps where requester and stream IDs differ, and what is refused.
class PciFunctionsTest {
    private static final String BRIDGES =
            """
            pcie@50000000 {
                device_type = "pci"; reg = <0 0x50000000 0 0x1000000>; bus-range = <0 15>;
                linux,pci-domain = <0>; dma-coherent;
                iommu-map = <0x100 &a 0x8000 0x100>, <0x200 &b 0x4000 0x10>;
            };
            pcie@60000000 {
                device_type = "pci"; reg = <0 0x60000000 0 0x1000000>; bus-range = <0 255>;
                linux,pci-domain = <1>; dma-coherent;
                iommu-map-mask = <0xfff8>;
                iommu-map = <0x0 &b 0x1000 0x10000>;
            };
            pcie@70000000 {
                device_type = "pci"; reg = <0 0x70000000 0 0x1000000>;
                linux,pci-domain = <2>;
            };
            """;
    private static final String BRIDGE = "/pcie@10000000";

    @Test
    void theStreamIdComesFromTheMapWithItsOffset() {
        GuestBinder.Result result = bind("pci = [ \"0000:01:02.3\" ]");

        assertThat(Workbench.streams(result)).containsExactly("0x8013@/iommu@4f000000=0x1000");
        assertThat(result.binding().streams().getFirst().origin()).isEqualTo(Origin.PCI);
    }

    @Test
    void theMaskIsAppliedBeforeTheLookup() {
        GuestBinder.Result result = bind("pci = [ \"0001:01:02.3\" ]");

        assertThat(Workbench.streams(result)).containsExactly("0x1110@/iommu@4f800000=0x1000");
        assertThat(Workbench.codes(result.notes())).contains("pci-alias");
    }

    @Test
    void functionsOfTwoHostBridgesMeetOnOneVirtualBus() {
        GuestBinder.Result result =
                bind("pci = [ \"01:00.0\", \"0001:01:00.0,permissive=1\", \"02:00.1\" ]");

        assertThat(Workbench.streams(result))
                .containsExactly(
                        "0x8000@/iommu@4f000000=0x1000",
                        "0x1100@/iommu@4f800000=0x1008",
                        "0x4001@/iommu@4f800000=0x1010");
        assertThat(Workbench.cells(result, BRIDGE, "iommu-map"))
                .containsExactly("0x0", "0xfdea", "0x1000", "0x1000");
        assertThat(Workbench.guestNode(result, BRIDGE).has("dma-coherent")).isTrue();
    }

    @Test
    void theUserMayChooseTheSlotAndOthersTakeTheLowestFree() {
        GuestBinder.Result result = bind("pci = [ \"01:00.0\", \"01:01.0@0\", \"01:02.0@1f\" ]");

        assertThat(Workbench.streams(result))
                .containsExactly(
                        "0x8008@/iommu@4f000000=0x1000",
                        "0x8000@/iommu@4f000000=0x1008",
                        "0x8010@/iommu@4f000000=0x10f8");
    }

    @Test
    void functionsThatShareAStreamLeadToTheFirstOnesId() {
        GuestBinder.Result result =
                bind("pci = [ \"01:00.0\", \"0001:02:01.0\", \"0001:02:01.1\" ]");

        assertThat(Workbench.streams(result))
                .containsExactly("0x8000@/iommu@4f000000=0x1000", "0x1208@/iommu@4f800000=0x1008");
        assertThat(Workbench.cells(result, BRIDGE, "iommu-map"))
                .containsExactly(
                        "0x0", "0xfdea", "0x1000", "0x10", "0x10", "0xfdea", "0x1008", "0x1",
                        "0x11", "0xfdea", "0x1011", "0xfef");
        assertThat(result.rows().getLast().why()).isEqualTo("PCI, shared with 0001:02:01.0");
        assertThat(Workbench.text(result, "binding.json"))
                .contains("\"vrids\": {\n      \"0001:02:01.0\": \"0x8\",");
    }

    @Test
    void aFunctionMayHaveAnIdOfTheUsers() {
        GuestBinder.Result result =
                bind(
                        "pci = [ \"01:00.0\", \"01:01.0\" ]",
                        "iommu_devid_map = [ \"0x8008@0x5,0x4f000000\" ]");

        assertThat(Workbench.cells(result, BRIDGE, "iommu-map"))
                .containsExactly(
                        "0x0", "0xfdea", "0x1000", "0x8", "0x8", "0xfdea", "0x5", "0x1", "0x9",
                        "0xfdea", "0x1009", "0xff7");
    }

    @Test
    void withOneVirtualSmmuPerPhysicalTheMapNamesEach() {
        GuestBinder.Result result =
                bind(
                        "viommu_topology = \"per-physical\"",
                        "pci = [ \"01:00.0\", \"0001:01:00.0\" ]");

        assertThat(Workbench.cells(result, BRIDGE, "iommu-map"))
                .containsExactly(
                        "0x0", "0xfdea", "0x1000", "0x8", "0x8", "0xfdeb", "0x1008", "0x1", "0x9",
                        "0xfdea", "0x1009", "0xff7");
    }

    @Test
    void aRequesterThatMatchesNothingIsRefused() {
        var refusal = bench("pci = [ \"03:00.0\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("pci-rid-unmapped");
        assertThat(refusal.place()).isEqualTo("guest.cfg:3");
        assertThat(refusal.message())
                .isEqualTo(
                        "0000:03:00.0 has requester ID 0x300, which matches nothing in the"
                                + " iommu-map of /pcie@50000000: its DMA would not be translated");
    }

    @Test
    void aHostBridgeWithoutMapIsRefused() {
        assertThat(bench("pci = [ \"0002:00:01.0\" ]").refusal().message())
                .contains("/pcie@70000000 sends past every IOMMU");
    }

    @Test
    void aSegmentAndABusThatDoNotExistAreRefused() {
        assertThat(bench("pci = [ \"0009:00:00.0\", \"0000:7f:00.0\" ]").refusals())
                .extracting("code")
                .containsExactly("pci-segment-unknown", "pci-bus-unknown");
    }

    @Test
    void aSlotWantedTwiceAndAFunctionListedTwiceAreRefused() {
        assertThat(bench("pci = [ \"01:00.0@3\", \"01:01.0@3\", \"0000:01:00.0\" ]").refusals())
                .extracting("code")
                .containsExactly("pci-repeated", "pci-slot-taken");
    }

    @Test
    void appendingAPlatformDeviceDoesNotMoveAFunction() {
        String device = "dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };";
        GuestBinder.Result result =
                Workbench.withHost(BRIDGES + device)
                        .config("pci = [ \"01:00.0\" ]", "dtdev = [ \"/dma@10000000\" ]")
                        .bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x10@/iommu@4f000000=0x1", "0x8000@/iommu@4f000000=0x1000");
    }

    private static Workbench bench(String... config) {
        return Workbench.withHost(BRIDGES).config(config);
    }

    private static GuestBinder.Result bind(String... config) {
        return bench(config).bind();
    }
}
