package org.vinculum.toolstack.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;
import org.vinculum.memory.AddressRange;

class GuestConfigTest {
    @Test
    void theThreadsMapEntryIsPhysicalIdVirtualIdAndBase() {
        DevidEntry entry =
                read("iommu_devid_map = [\"0x10@0x01,0x4f000000\"]").devidMap().getFirst();

        assertThat(entry.psid()).isEqualTo(0x10);
        assertThat(entry.vsid()).hasValue(1);
        assertThat(entry.base()).isEqualTo(0x4f000000L);
        assertThat(entry.place()).hasToString("cfg:1");
    }

    @Test
    void aMapEntryMayLeaveTheVirtualIdOpen() {
        assertThat(read("iommu_devid_map = [\"16,0x4f000000\"]").devidMap().getFirst().vsid())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01:00.0|0|1|0|0|-1|0000:01:00.0",
                "0001:af:1f.7|1|175|31|7|-1|0001:af:1f.7",
                "01:00.0@5,permissive=1|0|1|0|0|5|0000:01:00.0",
                "36:00.0,vslot=1f,seize=1|0|54|0|0|31|0000:36:00.0",
                "bdf=36:00.0,vslot=a|0|54|0|0|10|0000:36:00.0",
                "36:00.0,2|0|54|0|0|2|0000:36:00.0",
            })
    void pciFunctionsAreWrittenAsXlWritesThem(
            String text, int segment, int bus, int slot, int function, int vslot, String address) {
        PciFunction pci = read("pci = [ \"" + text + "\" ]").pci().getFirst();

        assertThat(pci.segment()).isEqualTo(segment);
        assertThat(pci.rid()).isEqualTo(bus << 8 | slot << 3 | function);
        assertThat(pci.vslot().orElse(-1)).isEqualTo(vslot);
        assertThat(pci.address()).isEqualTo(address);
    }

    @Test
    void iomemIsInPagesWithOrWithoutAGuestFrame() {
        var iomem = read("iomem = [\"0xfff51,1@0x10000\", \"4f000,20\"]").iomem();

        assertThat(iomem.get(0).machine()).isEqualTo(AddressRange.of(0xfff51000L, 0x1000));
        assertThat(iomem.get(0).guest()).isEqualTo(AddressRange.of(0x10000000L, 0x1000));
        assertThat(iomem.get(0).translate(0xfff51010L)).hasValue(0x10000010L);
        assertThat(iomem.get(1).guest()).isEqualTo(AddressRange.of(0x4f000000L, 0x20000));
    }

    @Test
    void interruptsMayBeNumbersOrStrings() {
        assertThat(read("irqs = [ 112, \"113\", 0x72 ]").irqs()).containsExactly(112, 113, 114);
    }

    @Test
    void cmdlineReplacesRootAndExtra() {
        assertThat(read("root = \"/dev/xvda\"\nextra = \"quiet\"").commandLine())
                .hasValue("root=/dev/xvda quiet");
        assertThat(read("extra = \"quiet\"\ncmdline = \"ro\"").commandLine()).hasValue("ro");
    }

    @Test
    void otherKeysOfXlAreIgnoredInSilence() {
        assertThat(
                        read("kernel = \"/x\"\n"
                                        + "vif = [ 'a' ]\n"
                                        + "on_crash = 'destroy'\n"
                                        + "vuart = \"sbsa_uart\"")
                                .notes())
                .extracting("code")
                .doesNotContain("config-key-unknown");
    }

    @Test
    void anUnknownKeyIsAWarningWithTheNearestKnownOne() {
        var notes = read("dtdevs = [ \"/a\" ]").notes();

        assertThat(notes.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(notes.getFirst().place()).isEqualTo("cfg:1");
        assertThat(notes.getFirst().message()).endsWith("is 'dtdev' meant?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vcpus = 0|expected a number from 1 to 128 for 'vcpus', found '0'",
                "memory = \"a\"|expected a number from 1 to 1043456 for 'memory', found 'a'",
                "dtdev = \"/a\"|expected a list for 'dtdev', as in dtdev = [ \"…\" ], found one"
                        + " value",
                "name = [ ]|expected one value in 'name', found a list",
                "gic_version = \"v9\"|expected \"default\", \"v2\" or \"v3\" for 'gic_version',"
                        + " found 'v9'",
                "viommu_topology = \"ring\"|expected \"single\" or \"per-physical\" for"
                        + " 'viommu_topology', found 'ring'",
                "viommu_msi_rmr = 2|expected a number from 0 to 1 for 'viommu_msi_rmr', found '2'",
                "pci = [ \"01:20.0\" ]|expected a PCI function [DDDD:]BB:SS.F[@VSLOT] in"
                        + " hexadecimal, found '01:20.0'",
                "pci = [ \"permissive=1\" ]|expected a PCI function [DDDD:]BB:SS.F[@VSLOT] in"
                        + " hexadecimal, found 'permissive=1'",
                "iommu_devid_map = [ \"0x10@1\" ]|expected PMASTER_ID[@VMASTER_ID],IOMMU_BASE"
                        + " such as 0x10@0x1,0x4f000000, found '0x10@1'",
                "iomem = [ \"zz,1\" ]|expected START,NUMBER[@GFN] in hexadecimal pages,"
                        + " found 'zz,1'",
                "irqs = [ 9999 ]|expected an interrupt number up to 1019, found '9999'",
            })
    void aValueOfAnotherKindIsAnErrorWhereItStands(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith("cfg:1:")
                .hasMessageEndingWith(message);
    }

    private static GuestConfig read(String text) {
        return GuestConfigReader.read(InputFile.of("cfg", text.getBytes(StandardCharsets.UTF_8)));
    }
}
