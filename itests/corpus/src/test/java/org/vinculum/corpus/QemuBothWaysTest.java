package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;

/// One machine, described by QEMU in a device tree and in an IORT: both say the same.
class QemuBothWaysTest {
    private static final String MACHINE = "virt,iommu=smmuv3,gic-version=3,its=on";
    private static final int FIRST_SPI = 32;

    @TempDir Path folder;

    private Platform tree;
    private Platform table;

    @BeforeEach
    void readBoth() throws Exception {
        assumeTrue(
                Tool.isInstalled("qemu-system-aarch64"),
                "no qemu-system-aarch64 (Debian: qemu-system-arm)");
        tree =
                new DeviceTreeFirmwareReader(new TreeCodec())
                        .read(InputFile.read(dumpedTree()))
                        .platform();
        try (QemuFirmware qemu = new QemuFirmware(MACHINE, folder.resolve("log"))) {
            qemu.enumerate();
            byte[] iort = qemu.table("IORT").orElseThrow();
            table = new IortFirmwareReader().read(InputFile.of("IORT", iort)).platform();
        }
    }

    private Path dumpedTree() throws Exception {
        Path file = folder.resolve("virt.dtb");
        Process qemu =
                new ProcessBuilder(
                                "qemu-system-aarch64",
                                "-nodefaults",
                                "-display",
                                "none",
                                "-machine",
                                MACHINE + ",dumpdtb=" + file)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("dump.log").toFile())
                        .start();
        assumeTrue(qemu.waitFor(60, TimeUnit.SECONDS), "qemu-system-aarch64 does not end");
        assumeTrue(Files.exists(file), "this qemu-system-aarch64 has no " + MACHINE);
        return file;
    }

    private static Iommu.SmmuV3 smmu(Platform platform) {
        return (Iommu.SmmuV3) platform.iommus().getFirst();
    }

    private static Bus bridge(Platform platform) {
        return platform.buses().stream()
                .filter(b -> b.pci().filter(p -> p.segment() == 0).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSmmuIsAtOnePlaceAndAsCoherent() {
        assertThat(table.iommus()).hasSameSizeAs(tree.iommus()).hasSize(1);
        assertThat(smmu(table).registers()).isEqualTo(smmu(tree).registers());
        assertThat(smmu(table).coherent()).isEqualTo(smmu(tree).coherent());
        assertThat(smmu(table).errata()).isEqualTo(smmu(tree).errata());
    }

    @Test
    void itsInterruptsAreTheSameLines() {
        Map<String, Integer> lines =
                smmu(tree).interrupts().stream()
                        .collect(
                                Collectors.toMap(
                                        Iommu.Interrupt::name,
                                        i -> i.specifier().get(1) + FIRST_SPI));

        assertThat(
                        smmu(table).interrupts().stream()
                                .collect(
                                        Collectors.toMap(
                                                Iommu.Interrupt::name,
                                                i -> i.specifier().getFirst())))
                .isEqualTo(lines);
    }

    @Test
    void everyRequesterHasTheSameStreamAndTheSameDeviceId() {
        assertThat(ids(table).getFirst()).isEqualTo("0x9050000 0x0, 0");
        assertThat(firstDifference(ids(table), ids(tree))).isEmpty();
    }

    @Test
    void theBridgeIsAsCoherentAndHasTheSameBuses() {
        assertThat(bridge(table).coherent()).isEqualTo(bridge(tree).coherent());
        assertThat(bridge(table).pci()).isEqualTo(bridge(tree).pci());
        assertThat(table.masters()).isEqualTo(tree.masters());
    }

    // the SMMU by its address, because paths differ between the formats
    private static List<String> ids(Platform platform) {
        Bus bridge = bridge(platform);
        List<String> ids = new ArrayList<>();
        for (int rid = 0; rid <= 0xffff; rid++) {
            String stream =
                    bridge.stream(rid)
                            .map(s -> base(platform, s.iommu()) + " " + s.id())
                            .orElse("bypass");
            String device =
                    bridge.msiMap()
                            .map(rid)
                            .map(m -> Long.toHexString(m.id()))
                            .orElse("no DeviceID");
            ids.add(stream + ", " + device);
        }
        return ids;
    }

    private static String firstDifference(List<String> a, List<String> b) {
        for (int rid = 0; rid <= 0xffff; rid++) {
            if (!a.get(rid).equals(b.get(rid))) {
                return Integer.toHexString(rid) + ": " + a.get(rid) + " and " + b.get(rid);
            }
        }
        return "";
    }

    private static String base(Platform platform, String path) {
        return platform.iommu(path).flatMap(Iommu::base).orElseThrow().toString();
    }
}
