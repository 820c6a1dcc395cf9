package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Refusal;

/// How nodes of the partial tree and host devices find each other.
class DeviceLinkTest {
    private static final String NODES =
            """
            soc {
                compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ranges;
                ethernet@10000000 {
                    compatible = "example,eth"; reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>;
                };
                dma@20000000 {
                    compatible = "example,dma"; reg = <0 0x20000000 0 0x1000>; iommus = <&a 0x20>;
                };
            };
            east {
                compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ranges;
                dma@30000000 {
                    compatible = "example,dma"; reg = <0 0x30000000 0 0x1000>; iommus = <&b 0x30>;
                };
            };
            """;
    private static final String ETHERNET = "dtdev = [ \"/soc/ethernet@10000000\" ]";

    @Test
    void xenPathLinksWhateverTheNodeIsCalledAndHoweverDeepItLies() {
        GuestBinder.Result result =
                bench().partial("bus { lan@0 { xen,path = \"/soc/ethernet@10000000\"; }; };")
                        .bind();

        assertThat(Workbench.cells(result, "/passthrough/bus/lan@0", "iommus"))
                .containsExactly("0xfdea", "0x1");
    }

    @Test
    void dtdevFindsTheNodeOfTheSameName() {
        GuestBinder.Result result =
                bench(ETHERNET)
                        .partial(
                                "other@1 { }; ethernet@10000000 { reg = <0 0x10000000 0 0x1000>;"
                                        + " };")
                        .bind();

        assertThat(Workbench.guestNode(result, "/passthrough/ethernet@10000000").has("iommus"))
                .isTrue();
        assertThat(Workbench.guestNode(result, "/passthrough/other@1").has("iommus")).isFalse();
    }

    @Test
    void dtdevFindsANodeThatWasMovedByNameAndCompatible() {
        GuestBinder.Result result =
                bench(ETHERNET)
                        .partial("ethernet@9000000 { compatible = \"example,eth\"; };")
                        .bind();

        assertThat(Workbench.guestNode(result, "/passthrough/ethernet@9000000").has("iommus"))
                .isTrue();
    }

    @Test
    void anEntryThatMayBeTwoNodesListsThem() {
        Refusal refusal =
                bench(ETHERNET)
                        .partial("x { ethernet@10000000 { }; }; y { ethernet@10000000 { }; };")
                        .refusal();

        assertThat(refusal.code()).isEqualTo("dtdev-ambiguous");
        assertThat(refusal.message())
                .isEqualTo(
                        "'/soc/ethernet@10000000' may be /passthrough/x/ethernet@10000000,"
                                + " /passthrough/y/ethernet@10000000; say which with xen,path in"
                                + " the partial tree");
    }

    @Test
    void aNodeThatMayBeTwoEntriesListsThem() {
        var refusals =
                bench("dtdev = [ \"/soc/dma@20000000\", \"/east/dma@30000000\" ]")
                        .partial("dma@1000 { compatible = \"example,dma\"; };")
                        .refusals();

        assertThat(refusals).extracting("code").containsOnly("dtdev-ambiguous");
        assertThat(refusals.getFirst().message())
                .startsWith("/passthrough/dma@1000 may be /soc/dma@20000000, /east/dma@30000000");
    }

    @Test
    void aBareNameInDtdevIsEnoughWhenOnlyOneNodeHasIt() {
        assertThat(
                        bench("dtdev = [ \"ethernet\" ]")
                                .bind()
                                .binding()
                                .streams()
                                .getFirst()
                                .devices())
                .containsExactly("/soc/ethernet@10000000");
        Refusal refusal = bench("dtdev = [ \"dma\" ]").refusal();
        assertThat(refusal.code()).isEqualTo("dtdev-ambiguous");
        assertThat(refusal.message()).contains("/soc/dma@20000000, /east/dma@30000000");
    }

    @Test
    void xenPathToAMissingNodeSuggestsTheNearest() {
        Refusal refusal =
                bench().partial("eth { xen,path = \"/soc/ethernet@1000000\"; };").refusal();

        assertThat(refusal.code()).isEqualTo("xen-path-unknown");
        assertThat(refusal.place()).isEqualTo("partial.dts /passthrough/eth");
        assertThat(refusal.message())
                .isEqualTo(
                        "xen,path '/soc/ethernet@1000000' is no node of the host; the nearest is"
                                + " '/soc/ethernet@10000000'");
    }

    @Test
    void dtdevToAMissingNodeSuggestsTheNearest() {
        assertThat(bench("dtdev = [ \"/soc/dma@2000000\" ]").refusal().message())
                .endsWith("the nearest is '/soc/dma@20000000'");
    }

    @Test
    void aDeviceInDtdevTwiceOrDescribedTwiceIsRefused() {
        assertThat(bench(ETHERNET.replace(" ]", ", \"/soc/ethernet@10000000\" ]")).refusal().code())
                .isEqualTo("dtdev-repeated");
        assertThat(
                        bench().partial(
                                        "a { xen,path = \"/soc/dma@20000000\"; };"
                                                + " b { xen,path = \"/soc/dma@20000000\"; };")
                                .refusal()
                                .code())
                .isEqualTo("device-described-twice");
    }

    @Test
    void aNodeBehindTheVirtualSmmuThatStandsForNothingIsRefused() {
        assertThat(bench().partial("x { iommus = <0xfdea 1>; };").refusal().code())
                .isEqualTo("partial-node-unlinked");
    }

    @Test
    void dtdevComesBeforeWhatOnlyXenPathNames() {
        GuestBinder.Result result =
                bench(ETHERNET)
                        .partial(
                                "d { xen,path = \"/soc/dma@20000000\"; };"
                                        + " e { xen,path = \"/soc/ethernet@10000000\"; };")
                        .bind();

        assertThat(Workbench.cells(result, "/passthrough/e", "iommus")).contains("0x1");
        assertThat(Workbench.cells(result, "/passthrough/d", "iommus")).contains("0x2");
        assertThat(Workbench.codes(result.notes())).containsExactly("dtdev-incomplete");
    }

    private static Workbench bench(String... config) {
        return Workbench.withHost(NODES).config(config);
    }
}
