package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Refusal;
import org.vinculum.firmware.Finding;
import org.vinculum.toolstack.Workbench;

/// A machine that is described by an IORT gives the same bindings as one with a device tree.
class IortHostTest {
    private static final String ETHERNET = "dtdev = [ \"\\\\_SB.ETH0\" ]";

    @Test
    void aNamedComponentIsBoundAsADeviceIs() {
        GuestBinder.Result result = bench("acpi = 1", ETHERNET).bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x10@IORT:0x30=0x1", "0x11@IORT:0x30=0x2");
        assertThat(Workbench.text(result, "binding.json"))
                .contains("\"kind\": \"iort\"")
                .contains("\"base\": \"0x4f000000\"", "\"path\": \"IORT:0x30\"")
                .contains("\"devices\": [ \"\\\\_SB.ETH0\" ]")
                .contains("\"guestNodes\": [ \"\\\\_SB_.ETH0\" ]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\\\_SB.ETH0\"", "'\\\\_SB.ETH0'", "\"\\x5c_SB_.ETH0\""})
    void bothQuotesAndBothSpellingsMeanTheObject(String written) {
        GuestBinder.Result result = bench("acpi = 1", "dtdev = [ " + written + " ]").bind();

        assertThat(result.binding().streams().getFirst().devices()).containsExactly("\\_SB.ETH0");
    }

    @Test
    void aSingleBackslashIsTakenWithAWarning() {
        GuestBinder.Result result = bench("acpi = 1", "dtdev = [ \"\\_SB.ETH0\" ]").bind();

        assertThat(result.binding().streams().getFirst().devices()).containsExactly("\\_SB.ETH0");
        assertThat(result.notes()).extracting(Finding::code).contains("config-backslash");
    }

    @Test
    void aComponentWithRangesHasEveryStreamTheyLeadTo() {
        HostTable host = new HostTable();
        long smmu = host.smmu(0x4f00_0000, true);
        host.device(
                "\\_SB.GPU0", HostTable.range(0, 1, smmu, 0x30), HostTable.range(1, 2, smmu, 0x40));

        GuestBinder.Result result = bench(host, "acpi = 1", "dtdev = [ \"\\\\_SB.GPU0\" ]").bind();

        assertThat(result.binding().streams())
                .extracting(stream -> stream.physical().id().toString())
                .containsExactlyInAnyOrder("0x30", "0x40", "0x41");
        assertThat(result.notes()).extracting(Finding::code).contains("component-ranges");
    }

    @Test
    void aStreamInTheRangeOfAnotherComponentIsShared() {
        HostTable host = new HostTable();
        long smmu = host.smmu(0x4f00_0000, true);
        host.device("\\_SB.ETH0", HostTable.single(smmu, 0x41));
        host.device("\\_SB.GPU0", HostTable.range(0, 4, smmu, 0x40));

        assertThat(bench(host, "acpi = 1", ETHERNET).refusal().code()).isEqualTo("stream-shared");
    }

    @Test
    void aFunctionGoesThroughTheRootComplexOfItsSegment() {
        GuestBinder.Result result =
                bench("acpi = 1", "pci = [ \"0000:01:00.0\", \"0002:00:01.0\" ]").bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x8100@IORT:0x30=0x1000", "0x8@IORT:0x6c=0x1008");
    }

    @Test
    void idsAreFixedByTheAddressOfTheUnit() {
        GuestBinder.Result result =
                bench("acpi = 1", ETHERNET, "iommu_devid_map = [ \"0x11@0x7,0x4f000000\" ]").bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x10@IORT:0x30=0x1", "0x11@IORT:0x30=0x7");
    }

    @Test
    void anEarlierBindingKeepsItsIds() {
        String fixed = "iommu_devid_map = [ \"0x11@0x7,0x4f000000\" ]";
        byte[] earlier =
                Workbench.content(bench("acpi = 1", ETHERNET, fixed).bind(), "binding.json");

        GuestBinder.Result result = bench("acpi = 1", ETHERNET).previous(earlier).bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x10@IORT:0x30=0x1", "0x11@IORT:0x30=0x7");
    }

    @Test
    void withoutAcpiADeviceNeedsANode() {
        Refusal refusal = bench(ETHERNET).refusal();

        assertThat(refusal.code()).isEqualTo("guest-node-missing");
        assertThat(refusal.message())
                .endsWith(
                        "add a node with xen,path = \"\\\\_SB.ETH0\", or describe the guest by"
                                + " ACPI (acpi = 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acpi = 0", "acpi = 1"})
    void withANodeItIsDescribedEitherWay(String acpi) {
        GuestBinder.Result result =
                bench(acpi, ETHERNET)
                        .partial("eth { xen,path = \"\\\\_SB.ETH0\"; reg = <0 0x1000 0 0x100>; };")
                        .bind();

        assertThat(Workbench.cells(result, "/passthrough/eth", "iommus"))
                .containsExactly("0xfdea", "0x1", "0xfdea", "0x2");
        assertThat(result.binding().streams().getFirst().guestNodes())
                .containsExactly("/passthrough/eth");
        assertThat(Workbench.guestNode(result, "/passthrough/eth").has("dma-coherent")).isTrue();
    }

    @Test
    void aGuestWithoutNodesHasAnEmptyTreeOfDevices() {
        GuestBinder.Result result = bench("acpi = 1", ETHERNET).bind();

        assertThat(Workbench.guestNode(result, "/passthrough").children()).isEmpty();
        assertThat(Workbench.guestNode(result, "/iommu@4040000").has("dma-coherent")).isTrue();
    }

    @Test
    void aWrongNameIsRefusedWithTheNearest() {
        Refusal refusal = bench("acpi = 1", "dtdev = [ \"\\\\_SB.eth0\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("dtdev-unknown");
        assertThat(refusal.message())
                .isEqualTo(
                        "dtdev '\\_SB.eth0' is no named component of the host's IORT with a stream"
                                + " ID; the nearest is '\\_SB.ETH0'");
    }

    @Test
    void aComponentWithoutStreamsIsNoDeviceToBind() {
        assertThat(bench("acpi = 1", "dtdev = [ \"\\\\_SB.UART\" ]").refusal().code())
                .isEqualTo("dtdev-unknown");
    }

    @Test
    void aWrongLinkOfThePartialTreeIsRefused() {
        Refusal refusal = bench().partial("x { xen,path = \"\\\\_SB.ETH1\"; };").refusal();

        assertThat(refusal.message())
                .isEqualTo(
                        "xen,path '\\_SB.ETH1' is no named component of the host's IORT with a"
                                + " stream ID; the nearest is '\\_SB.ETH0'");
    }

    @Test
    void aSharedStreamIsNotSplit() {
        Refusal refusal = bench("acpi = 1", "dtdev = [ \"\\\\_SB.TWA0\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("stream-shared");
        assertThat(refusal.message()).contains("IORT:0x30 0x60").contains("\\_SB.TWB0");
    }

    @Test
    void anOlderSmmuCannotNest() {
        Refusal refusal = bench("acpi = 1", "dtdev = [ \"\\\\_SB.OLD0\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("iommu-not-smmuv3");
        assertThat(refusal.message()).startsWith("'\\_SB.OLD0' stands behind IORT:0xa8, an SMMUv2");
    }

    @Test
    void aRequesterThatNoMappingHoldsIsRefusedInTheWordsOfATable() {
        assertThat(bench("acpi = 1", "pci = [ \"02:00.0\" ]").refusal().message())
                .contains(" matches nothing in the ID mappings of IORT:0x")
                .doesNotContain("iommu-map");
    }

    @Test
    void aRootComplexWithoutMappingsIsNoWayThroughAnSmmu() {
        assertThat(bench("acpi = 1", "pci = [ \"0003:02:00.0\" ]").refusal().message())
                .contains(" sends past every IOMMU (no ID mappings)");
    }

    @Test
    void aFunctionBehindASingleMappingSharesItsStreamWithItsBus() {
        GuestBinder.Result result = bench("acpi = 1", "pci = [ \"0004:00:01.0\" ]").bind();

        assertThat(Workbench.codes(result.notes())).contains("pci-alias");
    }

    private static Workbench bench(String... config) {
        HostTable table = new HostTable();
        long first = table.smmu(0x4f00_0000, true);
        long second = table.smmu(0x4f80_0000, false);
        long old = table.smmuV2(0x4a00_0000);
        table.device("\\_SB.ETH0", HostTable.single(first, 0x10), HostTable.single(first, 0x11));
        table.device("\\_SB.UART");
        table.device("\\_SB.TWA0", HostTable.single(first, 0x60));
        table.device("\\_SB.TWB0", HostTable.single(first, 0x60));
        table.device("\\_SB.OLD0", HostTable.single(old, 1));
        table.rootComplex(0, HostTable.range(0x100, 0x100, first, 0x8100));
        table.rootComplex(2, HostTable.range(0, 0x100, second, 0));
        table.rootComplex(3);
        table.rootComplex(4, HostTable.single(second, 0x400));
        return bench(table, config);
    }

    private static Workbench bench(HostTable table, String... config) {
        return Workbench.withHostBytes("IORT", table.bytes())
                .reader(new IortFirmwareReader())
                .writer(new IortGuestWriter())
                .config(config);
    }

    @Test
    void everyAnswerIsTheSameAgain() {
        List<byte[]> once = contents(bench("acpi = 1", ETHERNET, "pci = [ \"01:00.0\" ]").bind());

        assertThat(contents(bench("acpi = 1", ETHERNET, "pci = [ \"01:00.0\" ]").bind()))
                .usingRecursiveComparison()
                .isEqualTo(once);
    }

    private static List<byte[]> contents(GuestBinder.Result result) {
        return result.files().stream().map(f -> f.content()).toList();
    }
}
