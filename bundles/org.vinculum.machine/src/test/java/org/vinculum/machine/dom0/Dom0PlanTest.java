package org.vinculum.machine.dom0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.machine.TwoSmmus;
import org.vinculum.machine.host.Host;
import org.vinculum.machine.host.MachinePlan;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;
import org.vinculum.memory.AddressRange;

class Dom0PlanTest {
    private static final long MEMORY = 64L << 20;

    private static Dom0Plan plan(String source) {
        Host host = TwoSmmus.host(source);
        MachineSettings settings =
                new MachineSettings(
                        "board",
                        new ModelChoice(Map.of(), "smmuv3"),
                        List.of(),
                        Optional.empty(),
                        true,
                        MEMORY,
                        64,
                        MachineDescription.DEFAULT_POLICY);
        return Dom0Plan.of(host, MachinePlan.of(host, settings).description(), MEMORY);
    }

    private static DomainDescription dom0() {
        return plan(TwoSmmus.SOURCE).description();
    }

    @Test
    void aVirtualSmmuIsInThePlaceOfEachPhysicalOne() {
        assertThat(dom0().viommus())
                .extracting(VirtualIommuDescription::registers)
                .containsExactly(
                        AddressRange.of(0x4f00_0000L, 0x2_0000L),
                        AddressRange.of(0x4f80_0000L, 0x2_0000L));
    }

    @Test
    void interruptsStayWhatTheyAreAndAreNoneWhereNoneAre() {
        assertThat(dom0().viommus())
                .extracting(v -> v.eventIntid() + " " + v.gerrorIntid())
                .containsExactly("107 109", "0 0");
    }

    @Test
    void streamsOfEnabledMastersKeepTheirIdsBehindTheirOwnSmmu() {
        assertThat(dom0().streams())
                .extracting(s -> s.viommu() + " " + s.vsid() + " " + s.physical())
                .containsExactly(
                        "0 0x10 /iommu@4f000000 0x10",
                        "1 0x10 /iommu@4f800000 0x10",
                        "1 0x20 /iommu@4f800000 0x20");
    }

    @Test
    void memoryIsInPlaceAndNotAtTheEndsThatTheHypervisorUses() {
        assertThat(dom0().inPlace()).isTrue();
        assertThat(dom0().ram())
                .containsExactly(AddressRange.of(0x8000_0000L + (480L << 20), MEMORY));
    }

    @Test
    void theDoorbellIsWhereItIs() {
        assertThat(dom0().messageFrame()).contains(AddressRange.of(0x2f03_0000L, 0x1_0000L));
    }

    @Test
    void aBusIsTakenWhereItMapsFewStreamsOnly() {
        Dom0Plan plan =
                plan(
                        TwoSmmus.SOURCE.replace(
                                "memory@80000000 {",
                                """
                                pcie@1 { device_type = "pci"; reg = <0 1 0 1>;
                                    iommu-map = <0 &a 0x100 0x2>; };
                                pcie@2 { device_type = "pci"; reg = <0 2 0 1>;
                                    iommu-map = <0 &b 0x10000 0x10000>; };
                                memory@80000000 {\
                                """));

        assertThat(plan.description().streams())
                .extracting(s -> s.viommu() + " " + s.vsid())
                .contains("0 0x100", "0 0x101")
                .doesNotContain("1 0x10000");
        assertThat(plan.notes())
                .containsExactly("/pcie@2 maps more than 256 streams; dom0 has none of them");
    }
}
