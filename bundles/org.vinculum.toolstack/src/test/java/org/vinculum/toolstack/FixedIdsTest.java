package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Refusal;
import org.vinculum.firmware.Finding;

/// `iommu_devid_map` is honoured, or refused with the reason.
class FixedIdsTest {
    private static final String NODES =
            """
            dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>, <&a 0x20>; };
            dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
            """;
    private static final String DTDEV = "dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]";

    @Test
    void fixedIdsAreHonouredAndTheRestIsAllocatedAround() {
        GuestBinder.Result result =
                bench("iommu_devid_map = [ \"0x20@0x1,0x4f000000\", \"0x10@300,0x4f800000\" ]")
                        .bind();

        assertThat(Workbench.streams(result))
                .containsExactly(
                        "0x20@/iommu@4f000000=0x1",
                        "0x10@/iommu@4f000000=0x2",
                        "0x10@/iommu@4f800000=0x12c");
        assertThat(result.rows().get(1).why()).isEqualTo("fixed by user (guest.cfg:4)");
        assertThat(result.binding().viommus().getFirst().sidBits()).isEqualTo(9);
    }

    @Test
    void anEntryWithoutVirtualIdOnlyStatesTheStream() {
        assertThat(Workbench.streams(bench("iommu_devid_map = [ \"0x10,0x4f000000\" ]").bind()))
                .contains("0x10@/iommu@4f000000=0x1");
    }

    @Test
    void whatIsWrittenAsBindingCfgGivesTheSameBindingAgain() {
        GuestBinder.Result first = bench("iommu_devid_map = [ \"0x20@0x77,0x4f000000\" ]").bind();

        GuestBinder.Result second = bench(Workbench.text(first, "binding.cfg")).bind();

        assertThat(Workbench.streams(second)).isEqualTo(Workbench.streams(first));
    }

    @Test
    void aRefusalStillWarnsOfAMistypedKeyThatMayExplainIt() {
        assertThatThrownBy(() ->
                        bench("iommu_devid_map = [ \"0x10@1,0x4f100000\" ]\nviomu = 1").bind())
                .isInstanceOfSatisfying(
                        BindingRefusedException.class,
                        refused ->
                                assertThat(refused.notes())
                                        .extracting(Finding::code)
                                        .contains("config-key-unknown"));
    }

    @Test
    void anUnknownBaseIsRefusedWithTheKnownOnes() {
        Refusal refusal = refusal("0x10@1,0x4f100000");

        assertThat(refusal.code()).isEqualTo("devid-iommu-unknown");
        assertThat(refusal.place()).isEqualTo("guest.cfg:4");
        assertThat(refusal.message())
                .isEqualTo(
                        "the host has no IOMMU at 0x4f100000; there is one at 0x4f000000,"
                                + " 0x4f800000");
    }

    @Test
    void aPhysicalIdThatNoDeviceHasIsRefusedWithTheirs() {
        Refusal refusal = refusal("0x30@1,0x4f000000");

        assertThat(refusal.code()).isEqualTo("devid-stream-unknown");
        assertThat(refusal.message()).endsWith("theirs are 0x10, 0x20");
    }

    @Test
    void twoVirtualIdsForOneStreamAreRefused() {
        Refusal refusal = refusal("0x10@1,0x4f000000", "0x10@2,0x4f000000");

        assertThat(refusal.code()).isEqualTo("vsid-conflict");
        assertThat(refusal.message())
                .isEqualTo(
                        "stream /iommu@4f000000 0x10 is to have vSID 0x2 here and 0x1 by"
                                + " guest.cfg:4");
    }

    @Test
    void oneVirtualIdForTwoStreamsIsRefused() {
        assertThat(refusal("0x10@7,0x4f000000", "0x10@7,0x4f800000").code())
                .isEqualTo("vsid-taken");
    }

    @Test
    void aVirtualIdOutsideSidsizeIsRefused() {
        Refusal refusal = refusal("0x10@0x100000000,0x4f000000");

        assertThat(refusal.code()).isEqualTo("vsid-out-of-range");
        assertThat(refusal.message())
                .isEqualTo("vSID 0x100000000 does not fit in SIDSIZE, which is 32 bits at most");
    }

    @Test
    void aPhysicalIdAboveThirtyTwoBitsIsNobodys() {
        assertThat(refusal("0x100000010@1,0x4f000000").code()).isEqualTo("devid-stream-unknown");
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        assertThat(
                        bench(
                                        "iommu_devid_map = [ \"0x10@1,0x1000\","
                                                + " \"0x99@2,0x4f000000\" ]",
                                        "acpi = 1")
                                .refusals())
                .extracting("code")
                .containsExactly("acpi-unavailable", "devid-iommu-unknown", "devid-stream-unknown");
    }

    private static Refusal refusal(String... entries) {
        return bench("iommu_devid_map = [ \"" + String.join("\", \"", entries) + "\" ]").refusal();
    }

    private static Workbench bench(String... config) {
        String[] lines = new String[config.length + 1];
        lines[0] = DTDEV;
        System.arraycopy(config, 0, lines, 1, config.length);
        return Workbench.withHost(NODES).config(lines);
    }
}
