package org.vinculum.acpi.iort.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.binding.GuestFirmwareWriter.Device;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.HostBridge;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// What a guest's firmware would learn from the table is what was said of the guest.
class GuestRoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theReaderFindsEveryDeviceAndFunctionWhereItWasPut(long seed) {
        Guest guest = new RandomGuest(seed).guest(true);
        Firmware firmware =
                new IortFirmwareReader().read(InputFile.of("iort.dat", Guests.bytes(guest)));
        Platform platform = firmware.platform();

        // only somebody who asks for several SMMUs can put a device behind two
        assertThat(firmware.findings())
                .extracting(Finding::code)
                .isSubsetOf(
                        guest.smmus().size() == 1
                                ? List.of()
                                : List.of("iort-component-two-smmus"));
        assertThat(read(platform)).isEqualTo(said(guest));
    }

    private static List<String> said(Guest guest) {
        List<String> facts = new ArrayList<>();
        for (var smmu : guest.smmus()) {
            facts.add(
                    "smmu %s %s %d %d"
                            .formatted(
                                    smmu.node().registers(),
                                    smmu.coherent(),
                                    smmu.eventIntid(),
                                    smmu.gerrorIntid()));
        }
        for (Device device : guest.devices()) {
            facts.add("device %s %s %s".formatted(device.name(), device.coherent(), device.dma()));
            for (Stream stream : device.streams()) {
                facts.add(at(guest, stream.viommu(), stream.vsid().unsigned()));
            }
        }
        guest.bridge().ifPresent(bridge -> add(guest, bridge, facts));
        return facts;
    }

    private static void add(Guest guest, HostBridge bridge, List<String> facts) {
        facts.add("bridge %s %s".formatted(bridge.coherent(), bridge.dma()));
        for (Requesters run : bridge.functions()) {
            facts.add(
                    "%d+%d to %s"
                            .formatted(
                                    run.first(),
                                    run.count(),
                                    at(guest, run.viommu(), run.vsid().unsigned())));
        }
    }

    private static String at(Guest guest, int viommu, long vsid) {
        return guest.smmus().get(viommu).node().registers().start() + " " + vsid;
    }

    private static List<String> read(Platform platform) {
        List<String> facts = new ArrayList<>();
        for (Iommu iommu : platform.iommus()) {
            Iommu.SmmuV3 smmu = (Iommu.SmmuV3) iommu;
            facts.add(
                    "smmu %s %s %d %d"
                            .formatted(
                                    smmu.registers().orElseThrow(),
                                    smmu.coherent(),
                                    smmu.interrupts().get(0).specifier().getFirst(),
                                    smmu.interrupts().get(1).specifier().getFirst()));
        }
        for (Master master : platform.masters()) {
            facts.add("device %s %s %s".formatted(master.path(), master.coherent(), master.dma()));
            master.streams().forEach(use -> facts.add(at(platform, use.stream())));
        }
        for (Bus bus : platform.buses()) {
            facts.add("bridge %s %s".formatted(bus.coherent(), bus.dma()));
            for (IdMap.Entry entry : bus.iommuMap().entries()) {
                facts.add(
                        "%d+%d to %s"
                                .formatted(
                                        entry.inputBase(),
                                        entry.length(),
                                        at(
                                                platform,
                                                PhysicalStream.of(
                                                        entry.target(), entry.outputBase()))));
            }
        }
        return facts;
    }

    private static String at(Platform platform, PhysicalStream stream) {
        Iommu iommu = platform.iommu(stream.iommu()).orElseThrow();
        return iommu.base().orElseThrow() + " " + stream.id().unsigned();
    }
}
