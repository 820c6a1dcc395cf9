package org.vinculum.acpi.iort.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortDom0Describer;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// dom0's table is the host's, byte for byte (VI-4).
class Dom0TableTest {
    private static final IortNode OTHER =
            new SmmuV3(
                    NodeHead.of(2, 4, 1),
                    0x4f80_0000L,
                    0,
                    0,
                    SmmuV3.CAVIUM_CN99XX,
                    34,
                    0,
                    0,
                    0,
                    0,
                    0,
                    TableArray.of(List.of()));

    @Test
    void theBytesAreTheHostsEvenWithAWrongChecksumAndMoreBehindTheTable() {
        byte[] odd = Arrays.copyOf(table(v3(), OTHER), 500);
        odd[9]++;
        odd[499] = 0x55;

        assertThat(describe(odd).file().content()).isEqualTo(odd);
    }

    @Test
    void eachSmmuV3HasAVirtualOneAtItsAddress() {
        assertThat(describe(table(v3(), OTHER)).notes())
                .containsExactly(
                        Finding.note(
                                "dom0-viommu",
                                "IORT:0x30",
                                "a virtual SMMUv3 at 0x4f000000 stands in for the physical one of"
                                        + " the node at offset 0x30; vSID = pSID, and SIDSIZE is"
                                        + " what its registers say, which no table tells"),
                        Finding.note(
                                "dom0-viommu",
                                "IORT:0x74",
                                "a virtual SMMUv3 at 0x4f800000 stands in for the physical one of"
                                        + " the node at offset 0x74, which the table calls Cavium"
                                        + " CN99xx: dom0 applies the workarounds of that; vSID ="
                                        + " pSID, and SIDSIZE is what its registers say, which no"
                                        + " table tells"));
    }

    @Test
    void anOlderSmmuStaysDescribed() {
        var v2 =
                new Smmu(
                        NodeHead.of(1, 0, 0),
                        0x4a00_0000L,
                        0x1_0000,
                        1,
                        0,
                        TableArray.of(List.of()),
                        TableArray.of(List.of()),
                        TableArray.of(List.of()),
                        TableArray.of(List.of()));

        assertThat(describe(table(v2)).notes())
                .extracting(Finding::code)
                .containsExactly("dom0-iommu-described");
    }

    @Test
    void aBrokenTableIsAnUnreadableInput() {
        byte[] cut = Arrays.copyOf(table(v3(), OTHER), 60);

        assertThatThrownBy(() -> describe(cut)).isInstanceOf(UnreadableInputException.class);
    }

    private static SmmuV3 v3() {
        return new SmmuV3(
                NodeHead.of(1, 4, 0),
                0x4f00_0000L,
                0,
                0,
                SmmuV3.GENERIC,
                33,
                0,
                0,
                0,
                0,
                0,
                TableArray.of(List.of()));
    }

    private static byte[] table(IortNode... nodes) {
        return IortWriter.write(
                Arrangement.of(
                        new Iort(
                                new TableHeader(3, 0, "TEST", "TABLE", 1, "TEST", 1),
                                0,
                                nodes.length,
                                48,
                                List.of(nodes),
                                List.of(),
                                new Slack(0, new byte[0]))));
    }

    private static Dom0Describer.Result describe(byte[] host) {
        return new IortDom0Describer().describe(InputFile.of("IORT", host));
    }
}
