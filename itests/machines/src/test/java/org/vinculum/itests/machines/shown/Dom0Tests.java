package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostTraffic;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.ManySmmusGuest;
import org.vinculum.itests.machines.TestedSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.event.FTranslation;

/// dom0 of a machine with five SMMUs: a virtual one at the place of each, which drives that one, from the device tree to the
/// page that a device reads.
class Dom0Tests {
    private static final long IOVA = 0x10_0000L;
    private static final String HIP07 = "hisilicon/hip07-d05.dtb";

    private static Dom0Machine fiveSmmus() {
        return new Dom0Machine(
                InputFile.of("host.dts", Hip07.SOURCE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thereIsAVirtualSmmuAtTheBaseOfEachPhysicalOne() {
        try (Dom0Machine there = fiveSmmus()) {
            assertThat(there.bases())
                    .containsExactly(
                            0xa004_0000L,
                            0xd004_0000L,
                            0x8_d004_0000L,
                            0x400_d004_0000L,
                            0x408_d004_0000L);
            assertThat(there.plan.viommus())
                    .map(viommu -> viommu.registers().start().value())
                    .isEqualTo(there.bases());
            assertThat(there.description.smmus()).allMatch(smmu -> smmu.model().equals("hi161x"));
        }
    }

    @Test
    void eachDrivesItsOwn() {
        try (Dom0Machine there = fiveSmmus()) {
            assertThat(there.streams()).hasSize(5);
            drivesItsOwn(there);
        }
    }

    @Test
    void commandsOfOneReachNoOther() {
        try (Dom0Machine there = fiveSmmus()) {
            AddressSpace space = there.dom0.smmu(2).driver.addressSpace();
            List<Long> before = commands(there);

            there.dom0.smmu(2).driver.device(DeviceDescription.of(0x600)).attach(space);
            space.map(IOVA, there.dom0.smmu(2).pages.demand(1), 4096, Access.READ);
            space.unmap(IOVA, 4096);

            List<Long> after = commands(there);
            assertThat(after.get(2)).isGreaterThan(before.get(2));
            before.set(2, after.get(2));
            assertThat(after).isEqualTo(before);
        }
    }

    private static List<Long> commands(Dom0Machine there) {
        return new ArrayList<>(
                there.machine.machine.hostTraffic().stream().map(HostTraffic::commands).toList());
    }

    /// The file says that the first is disabled: it has a virtual one all the same, with nothing behind it.
    @Test
    void theShippedTreeOfTheBoardGivesTheSame() throws IOException {
        String corpus = System.getProperty("vinculum.corpus", System.getenv("VINCULUM_CORPUS"));
        assumeTrue(corpus != null, "no Debian trees: VINCULUM_CORPUS is not set");
        Path file = shipped(Path.of(corpus));
        try (Dom0Machine there = new Dom0Machine(InputFile.read(file))) {
            assertThat(there.bases())
                    .containsExactly(
                            0xa004_0000L,
                            0xd004_0000L,
                            0x8_d004_0000L,
                            0x400_d004_0000L,
                            0x408_d004_0000L);
            drivesItsOwn(there);
        }
    }

    private static Path shipped(Path corpus) throws IOException {
        Path list = corpus.resolve("FILES.tsv");
        assumeTrue(Files.isReadable(list), "no " + list);
        for (String line : Files.readAllLines(list)) {
            String[] field = line.split("\t");
            if (field[1].endsWith(HIP07)) {
                return corpus.resolve(field[2]);
            }
        }
        return abort("no " + HIP07 + " in " + list);
    }

    @Test
    void aShippedTreeBesideTheCloneGivesADom0() {
        Path file =
                Path.of(System.getProperty("vinculum.root"))
                        .resolveSibling("shared/corpus/dtb/fvp-base-revc.dtb");
        assumeTrue(Files.isReadable(file), "no " + file);
        try (Dom0Machine there = new Dom0Machine(InputFile.read(file))) {
            assertThat(there.bases()).isNotEmpty();
            drivesItsOwn(there);
        }
    }

    /// A driver for each virtual SMMU, a device behind each, the same address everywhere.
    private static void drivesItsOwn(Dom0Machine there) {
        ManySmmusGuest dom0 = there.dom0;
        Map<Integer, DmaDevice> devices = new HashMap<>();
        there.streams().forEach((smmu, stream) -> devices.put(smmu, attached(there, smmu, stream)));

        devices.forEach(
                (smmu, device) -> assertThat(device.readLong(IOVA, -1)).isEqualTo(1000 + smmu));
        devices.forEach((smmu, device) -> device.readLong(0x70_0000 + smmu * 4096L, -1));
        dom0.serve();

        there.streams()
                .forEach((smmu, stream) ->
                        assertThat(dom0.smmu(smmu).events)
                                .hasSize(1)
                                .first()
                                .isInstanceOfSatisfying(
                                        FTranslation.class,
                                        fault -> {
                                            assertThat(fault.streamId())
                                                    .isEqualTo((int) stream.id().unsigned());
                                            assertThat(fault.fault().inputAddr())
                                                    .isEqualTo(0x70_0000 + smmu * 4096L);
                                        }));
        assertThat(there.machine.commandErrors()).isZero();
    }

    private static DmaDevice attached(Dom0Machine there, int smmu, PhysicalStream stream) {
        TestedSmmu viommu = there.dom0.smmu(smmu);
        AddressSpace space = viommu.driver.addressSpace();
        viommu.driver.device(DeviceDescription.of((int) stream.id().unsigned())).attach(space);
        long page = viommu.pages.demand(1);
        space.map(IOVA, page, 4096, Access.READ);
        Ram ram = there.machine.machine.memory().ram(page);
        ram.setLong(page - ram.start(), 1000 + smmu);
        return new DmaDevice(device -> there.machine.machine.connect(stream, device), false);
    }
}
