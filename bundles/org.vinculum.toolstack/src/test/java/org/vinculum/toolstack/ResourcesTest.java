package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.GuestResources;
import org.vinculum.binding.GuestResources.Interrupts;
import org.vinculum.binding.GuestResources.Window;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// What a binding says to whoever runs the guest.
class ResourcesTest {
    private static GuestResources resources(String... lines) {
        return Workbench.withHost(
                        "dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 1>; };")
                .writer(new IortGuestWriter())
                .config(lines)
                .bind()
                .resources();
    }

    @Test
    void memoryIsWhereTheTreeSaysItIs() {
        assertThat(resources().ram()).containsExactly(AddressRange.of(0x4000_0000L, 0x2000_0000L));
    }

    @Test
    void whatDoesNotFitBelowGoesToTheUpperBank() {
        assertThat(resources("memory = 4096").ram())
                .containsExactly(
                        AddressRange.of(0x4000_0000L, 0xc000_0000L),
                        AddressRange.of(0x2_0000_0000L, 0x4000_0000L));
    }

    @Test
    void iomemIsAWindow() {
        assertThat(resources("iomem = [ \"10000,2@20000\" ]").windows())
                .containsExactly(
                        new Window(
                                AddressRange.of(0x2000_0000L, 0x2000), new Address(0x1000_0000L)));
    }

    @Test
    void aTreeShowsOneLineAndATableTwo() {
        assertThat(resources().interrupts()).containsExactly(new Interrupts(33, 33, 0));
        assertThat(resources("acpi = 1").interrupts()).containsExactly(new Interrupts(33, 97, 0));
    }

    @Test
    void aWindowForMessagesIsThereWhenTheTableSaysSo() {
        List<GuestResources> without =
                List.of(resources("acpi = 1"), resources("viommu_msi_rmr = 1"));

        assertThat(without)
                .extracting(GuestResources::messageWindow)
                .containsOnly(Optional.empty());
        assertThat(resources("acpi = 1", "viommu_msi_rmr = 1").messageWindow())
                .contains(AddressRange.of(0x800_0000L, 0x10_0000L));
    }
}
