package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.binding.Refusal;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;
import org.vinculum.toolstack.Workbench;

/// `acpi = 1` on a machine with a device tree.
class AcpiGuestTest {
    private static final String NODES =
            """
            dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; dma-coherent; };
            gpu@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>, <&b 0x11>; };
            uart@30000000 { reg = <0 0x30000000 0 0x1000>; };
            pcie@50000000 {
                device_type = "pci"; reg = <0 0x50000000 0 0x1000000>;
                iommu-map = <0 &a 0x8000 0x8000>;
            };
            """;
    private static final String BOTH = "dtdev = [ \"/dma@10000000\", \"/gpu@20000000\" ]";
    private static final String PER_PHYSICAL = "viommu_topology = \"per-physical\"";

    @Test
    void theTableIsOneMoreFileAndChangesNoOther() {
        GuestBinder.Result with = bind("acpi = 1", BOTH, "pci = [ \"01:00.0\" ]");
        GuestBinder.Result without = bind("acpi = 0", BOTH, "pci = [ \"01:00.0\" ]");

        assertThat(with.files().stream().map(OutputFile::name))
                .containsExactly(
                        "guest.dts",
                        "guest.dtb",
                        "partial.dts",
                        "partial.dtb",
                        "iort.dat",
                        "binding.json",
                        "binding.cfg");
        for (OutputFile file : without.files()) {
            if (!file.name().equals("binding.json")) {
                assertThat(Workbench.content(with, file.name())).isEqualTo(file.content());
            }
        }
    }

    @Test
    void devicesAreNamedByTheirPlace() {
        GuestBinder.Result result = bind("acpi = 1", BOTH);

        assertThat(platform(result).masters())
                .extracting(Master::path)
                .containsExactly("\\_SB_.P000", "\\_SB_.P001");
        assertThat(result.notes())
                .filteredOn(n -> n.code().equals("guest-object-named"))
                .extracting("message")
                .containsExactly(
                        "'/dma@10000000' is \\_SB_.P000 in the guest's ACPI namespace; its tables"
                                + " have to call it so",
                        "'/gpu@20000000' is \\_SB_.P001 in the guest's ACPI namespace; its tables"
                                + " have to call it so");
    }

    @Test
    void anEarlierBindingKeepsTheNames() {
        byte[] earlier = Workbench.content(bind("acpi = 1", BOTH), "binding.json");

        GuestBinder.Result result =
                bench("acpi = 1", "dtdev = [ \"/gpu@20000000\", \"/dma@10000000\" ]")
                        .previous(earlier)
                        .bind();

        assertThat(platform(result).masters())
                .extracting(Master::path)
                .containsExactly("\\_SB_.P001", "\\_SB_.P000");
    }

    @Test
    void aNameThatWasNotOursIsNotKept() {
        byte[] edited =
                Workbench.text(bind("acpi = 1", BOTH), "binding.json")
                        .replace("_SB_.P001", "_SB_.PCI0")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        GuestBinder.Result result = bench("acpi = 1", BOTH).previous(edited).bind();

        assertThat(platform(result).masters())
                .extracting(Master::path)
                .containsExactly("\\_SB_.P000", "\\_SB_.P001");
    }

    @Test
    void coherenceFollowsTheMachine() {
        Platform platform = platform(bind("acpi = 1", PER_PHYSICAL, BOTH));

        assertThat(platform.iommus())
                .extracting(i -> ((Iommu.SmmuV3) i).coherent())
                .containsExactly(true, false);
        assertThat(platform.masters()).extracting(Master::coherent).containsExactly(true, false);
    }

    @Test
    void oneSmmuForAllIsCoherentOnlyIfAllAre() {
        Platform platform = platform(bind("acpi = 1", BOTH));

        assertThat(platform.iommus())
                .extracting(i -> ((Iommu.SmmuV3) i).coherent())
                .containsExactly(false);
    }

    @Test
    void eachSmmuHasInterruptsAndDeviceIdsOfItsOwn() {
        GuestBinder.Result result = bind("acpi = 1", PER_PHYSICAL, BOTH);

        assertThat(Workbench.text(result, "binding.json"))
                .contains("\"gerrorIntid\": 97,", "\"deviceIdBase\": \"0x0\"")
                .contains("\"gerrorIntid\": 98,", "\"deviceIdBase\": \"0x10000\"")
                .contains("\"guestObjects\": {", "\"/gpu@20000000\": \"\\\\_SB_.P001\"");
        assertThat(platform(result).iommus())
                .extracting(i -> interrupts((Iommu.SmmuV3) i))
                .containsExactly(List.of(33, 97), List.of(34, 98));
        assertThat(platform(result).masters())
                .extracting(m -> m.messages().getFirst().deviceId())
                .containsExactly(1L, 0x10001L);
    }

    private static List<Integer> interrupts(Iommu.SmmuV3 smmu) {
        return smmu.interrupts().stream().map(i -> i.specifier().getFirst()).toList();
    }

    @Test
    void withoutAcpiTheBindingSaysNothingOfIt() {
        assertThat(Workbench.text(bind(BOTH), "binding.json"))
                .doesNotContain("gerrorIntid", "deviceIdBase", "guestObjects");
    }

    @Test
    void aDeviceWithoutIommuIsNotDescribed() {
        GuestBinder.Result result =
                bench("acpi = 1", BOTH).partial("uart { xen,path = \"/uart@30000000\"; };").bind();

        assertThat(platform(result).masters()).hasSize(2);
    }

    @Test
    void theMessageWindowIsReservedForEveryStream() {
        Platform platform = platform(bind("acpi = 1", "viommu_msi_rmr = 1", PER_PHYSICAL, BOTH));

        assertThat(platform.reserved())
                .extracting(ReservedRegion::range)
                .containsExactly(AddressRange.of(0x800_0000, 0x10_0000));
        assertThat(platform.reserved().getFirst().streams()).hasSize(3);
    }

    @Test
    void theWindowWithoutAcpiIsAWarning() {
        GuestBinder.Result result = bind("viommu_msi_rmr = 1", BOTH);

        assertThat(Workbench.codes(result.notes())).contains("msi-window-unsaid");
    }

    @Test
    void aDeviceBehindTwoVirtualSmmusIsAWarningAndBehindOneIsNot() {
        String wide = "wide { iommus = <&a 1>, <&b 1>; };";
        String[] config = {"acpi = 1", "dtdev = [ \"/wide\" ]", PER_PHYSICAL};

        assertThat(
                        Workbench.codes(
                                Workbench.withHost(wide)
                                        .writer(new IortGuestWriter())
                                        .config(config)
                                        .bind()
                                        .notes()))
                .contains("device-behind-several");
        assertThat(
                        Workbench.codes(
                                Workbench.withHost(wide)
                                        .config("dtdev = [ \"/wide\" ]")
                                        .bind()
                                        .notes()))
                .doesNotContain("device-behind-several");
    }

    @Test
    void theWindowIsNotPutOverAVirtualSmmu() {
        StringBuilder host = new StringBuilder();
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < 257; i++) {
            String address = Integer.toHexString(0x6000_0000 + i * 0x2_0000);
            host.append("s%d: iommu@%s { compatible = \"arm,smmu-v3\";".formatted(i, address));
            host.append(" #iommu-cells = <1>; reg = <0 0x%s 0 0x20000>; };".formatted(address));
            host.append("d%d { iommus = <&s%d 1>; };".formatted(i, i));
            devices.add("\"/d" + i + "\"");
        }
        var refusals =
                Workbench.withHost(host.toString())
                        .writer(new IortGuestWriter())
                        .config(
                                "acpi = 1",
                                "viommu_msi_rmr = 1",
                                PER_PHYSICAL,
                                "dtdev = [ " + String.join(", ", devices) + " ]")
                        .refusals();

        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly("acpi-viommus-too-many", "msi-window-taken", "msi-window-taken");
        assertThat(refusals.getLast().message())
                .startsWith("the guest has a virtual SMMU's registers at 0x8040000, in the window");
    }

    @Test
    void aGuestWithoutDevicesHasItsSmmu() {
        Platform platform = platform(bind("acpi = 1"));

        assertThat(platform.iommus()).hasSize(1);
        assertThat(platform.masters()).isEmpty();
        assertThat(platform.buses()).isEmpty();
    }

    private static Workbench bench(String... config) {
        return Workbench.withHost(NODES).writer(new IortGuestWriter()).config(config);
    }

    private static GuestBinder.Result bind(String... config) {
        return bench(config).bind();
    }

    private static Platform platform(GuestBinder.Result result) {
        return new IortFirmwareReader()
                .read(InputFile.of("iort.dat", Workbench.content(result, "iort.dat")))
                .platform();
    }
}
