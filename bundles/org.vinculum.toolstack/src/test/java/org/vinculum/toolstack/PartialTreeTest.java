package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// What happens to the nodes of a partial tree, and what it may not contain.
class PartialTreeTest {
    private static final String NODES =
            """
            dma@10000000 {
                compatible = "example,dma"; reg = <0 0x10000000 0 0x1000>;
                interrupts = <0 80 4>; clocks = <&a>; dma-coherent;
                iommus = <&a 0x10>, <&a 0x20>;
            };
            slow@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
            uart@30000000 { reg = <0 0x30000000 0 0x1000>; };
            """;
    private static final String DMA = "/passthrough/dma@10000000";

    @Test
    void explicitIdsArePairedWithTheHostsInOrder() {
        GuestBinder.Result result = dma("iommus = <0xfdea 7>, <0xfdea 3>;").bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x20@/iommu@4f000000=0x3", "0x10@/iommu@4f000000=0x7");
        assertThat(Workbench.cells(result, DMA, "iommus"))
                .containsExactly("0xfdea", "0x7", "0xfdea", "0x3");
        assertThat(result.rows().getFirst().why())
                .isEqualTo("fixed by user (partial.dts " + DMA + ")");
    }

    @Test
    void aListCopiedFromTheHostIsRewrittenWithANote() {
        GuestBinder.Result result = dma("iommus = <0x2 0x10>, <0x2 0x20>;").bind();

        assertThat(Workbench.cells(result, DMA, "iommus"))
                .containsExactly("0xfdea", "0x1", "0xfdea", "0x2");
        assertThat(Workbench.codes(result.notes())).containsExactly("partial-iommus-rewritten");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iommus = <0xfdea 7>;|partial-iommus-count",
                "iommus = <0xfdea 7 0xfdea>;|partial-iommus-malformed",
                "iommus = <0xfdea 7>, <0x9 8>;|partial-iommus-target",
                "iommus = <0x2 0x10>, <0x2 0x30>;|partial-iommus-foreign",
                "iommus = <0xfdea 7>, <0xfdea 7>;|vsid-taken",
                "phandle = <0xfdea>;|partial-phandle-reserved",
                "phandle = <65000>;|partial-phandle-reserved",
                "phandle = <0xfffffff0>;|partial-phandle-reserved",
                "interrupt-parent = <65009>;|partial-phandle-unknown",
                "interrupt-parent = <65002>;|partial-phandle-unknown",
            })
    void whatAPartialTreeMayNotSay(String property, String code) {
        assertThat(dma(property).refusal().code()).isEqualTo(code);
    }

    @Test
    void anIdInTheTreeAndAnotherInTheConfigurationAreAConflict() {
        var refusal =
                dma("iommus = <0xfdea 7>, <0xfdea 3>;")
                        .config(
                                "dtdev = [ \"/dma@10000000\" ]",
                                "iommu_devid_map = [ \"0x10@0x8,0x4f000000\" ]")
                        .refusal();

        assertThat(refusal.code()).isEqualTo("vsid-conflict");
        assertThat(refusal.place()).isEqualTo("partial.dts " + DMA);
        assertThat(refusal.message()).endsWith("vSID 0x7 here and 0x8 by guest.cfg:4");
    }

    @Test
    void propertiesForTheToolstackDoNotReachTheGuest() {
        GuestBinder.Result result =
                dma("xen,path = \"/dma@10000000\"; xen,reg = <0 0x10000000 0 0x1000 0 0x9000000>;")
                        .bind();

        assertThat(names(Workbench.guestNode(result, DMA))).noneMatch(n -> n.startsWith("xen,"));
    }

    @Test
    void inTheCompletedPartialTreeTheyStayWhereDom0lessNeedsThem() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config()
                        .partial(
                                "a { xen,path = \"/dma@10000000\"; xen,reg = <0 0 0 0x1000 0 0>; };"
                                        + "b { xen,path = \"/slow@20000000\"; };")
                        .bind();

        assertThat(names(partialNode(result, "a"))).contains("xen,path", "xen,reg", "iommus");
        assertThat(names(partialNode(result, "b"))).containsExactly("iommus");
    }

    @Test
    void coherenceFollowsTheHost() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config("dtdev = [ \"/dma@10000000\", \"/slow@20000000\" ]")
                        .partial("dma@10000000 { }; slow@20000000 { dma-coherent; };")
                        .bind();

        assertThat(Workbench.guestNode(result, DMA).has("dma-coherent")).isTrue();
        assertThat(Workbench.guestNode(result, "/passthrough/slow@20000000").has("dma-coherent"))
                .isFalse();
        assertThat(Workbench.codes(result.notes())).containsExactly("partial-coherence-corrected");
    }

    @Test
    void aliasesAreCopiedAndNodesBesideThemAreNot() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config()
                        .partialSource(
                                "/dts-v1/; / { aliases { dma0 = \"/passthrough/d\"; }; other { };"
                                        + " passthrough { d { }; }; };")
                        .bind();

        assertThat(Workbench.guestNode(result, "/aliases").property("dma0").orElseThrow().string())
                .isEqualTo("/passthrough/d");
        assertThat(Workbench.tree(result, "guest.dtb").node("/other")).isEmpty();
    }

    @Test
    void theInterruptPlaceholderOfDom0lessBecomesTheGuestsController() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config()
                        .partialSource(
                                """
                                /dts-v1/;
                                / {
                                    gic: gic { #interrupt-cells = <3>; interrupt-controller; };
                                    passthrough { d { interrupt-parent = <&gic>; }; };
                                };
                                """)
                        .bind();

        assertThat(Workbench.cells(result, "/passthrough/d", "interrupt-parent"))
                .containsExactly("0xfde8");
    }

    @Test
    void aPlaceholderOfTheVirtualSmmuMayOwnItsPhandle() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config()
                        .partialSource(
                                """
                                /dts-v1/;
                                / {
                                    v: iommu { #iommu-cells = <1>; phandle = <0xfdea>; };
                                    passthrough {
                                        d { xen,path = "/slow@20000000"; iommus = <&v 9>; };
                                    };
                                };
                                """)
                        .bind();

        assertThat(Workbench.cells(result, "/passthrough/d", "iommus"))
                .containsExactly("0xfdea", "0x9");
    }

    @Test
    void withoutAPartialTreeNodesAreMadeFromTheHosts() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config("dtdev = [ \"/dma@10000000\" ]", "iomem = [ \"10000,1@9000\" ]")
                        .bind();

        Node node = Workbench.guestNode(result, "/passthrough/dma@9000000");
        assertThat(names(node))
                .containsExactly("compatible", "reg", "interrupts", "iommus", "dma-coherent");
        assertThat(node.property("reg").orElseThrow().cells())
                .containsExactly(0, 0x9000000, 0, 0x1000);
        assertThat(result.notes().getFirst().message())
                .isEqualTo(
                        "/passthrough/dma@9000000 was made from the host's '/dma@10000000' with"
                                + " compatible, reg, interrupts; left out: clocks");
    }

    @Test
    void aDeviceThatThePartialTreeLacksIsMadeWithAWarning() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config("dtdev = [ \"/dma@10000000\" ]")
                        .partial("other { };")
                        .bind();

        assertThat(Workbench.guestNode(result, DMA).has("iommus")).isTrue();
        assertThat(result.notes().getFirst().message()).startsWith("partial.dts lacks it: ");
    }

    @Test
    void aDeviceBehindNoIommuIsRefusedUnlessForced() {
        assertThat(
                        Workbench.withHost(NODES)
                                .config("dtdev = [ \"/uart@30000000\" ]")
                                .refusal()
                                .code())
                .isEqualTo("device-without-iommu");
        GuestBinder.Result forced =
                Workbench.withHost(NODES)
                        .config()
                        .partial(
                                "u { xen,path = \"/uart@30000000\";"
                                        + " xen,force-assign-without-iommu; };")
                        .bind();
        assertThat(Workbench.guestNode(forced, "/passthrough/u").has("iommus")).isFalse();
    }

    @Test
    void aTreeWithoutPassthroughIsRefused() {
        assertThat(
                        Workbench.withHost(NODES)
                                .config()
                                .partialSource("/dts-v1/; / { };")
                                .refusal()
                                .code())
                .isEqualTo("partial-passthrough-missing");
    }

    @Test
    void whatTheVirtualSmmuNeedsMayNotBeGivenAway() {
        assertThat(
                        Workbench.withHost(NODES)
                                .config("irqs = [ 33 ]", "iomem = [ \"50000,1@4050\" ]")
                                .refusals())
                .extracting("code")
                .containsExactly("viommu-intid-taken", "viommu-frame-taken");
    }

    private static Workbench dma(String property) {
        return Workbench.withHost(NODES)
                .config("dtdev = [ \"/dma@10000000\" ]")
                .partial("dma@10000000 { " + property + " };");
    }

    private static Node partialNode(GuestBinder.Result result, String name) {
        return Workbench.tree(result, "partial.dtb").node("/passthrough/" + name).orElseThrow();
    }

    private static List<String> names(Node node) {
        return node.properties().stream().map(Property::name).toList();
    }
}
