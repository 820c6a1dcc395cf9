package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;

/// The trees QEMU makes, which no other tool writes like: a megabyte with a zero tail, and NOPs.
class QemuDumpTest {
    private static final String QEMU = "qemu-system-aarch64";

    @TempDir Path folder;

    private final DeviceTreeCodec codec = new TreeCodec();

    private Path dump(String machine) throws Exception {
        assumeTrue(Tool.isInstalled(QEMU), "no " + QEMU + " (Debian: qemu-system-arm)");
        Path file = folder.resolve("dump.dtb");
        Process qemu =
                new ProcessBuilder(
                                QEMU,
                                "-nodefaults",
                                "-display",
                                "none",
                                "-machine",
                                machine + ",dumpdtb=" + file)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        assumeTrue(qemu.waitFor(60, TimeUnit.SECONDS), QEMU + " does not end");
        assumeTrue(
                qemu.exitValue() == 0,
                "this "
                        + QEMU
                        + " has no "
                        + machine
                        + ": "
                        + Files.readString(folder.resolve("log")));
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virt",
                "virt,iommu=smmuv3",
                "virt,iommu=smmuv3,gic-version=3,its=on",
                "virt,virtualization=on,secure=on",
                "virt,gic-version=2",
                "virt,highmem=off,its=off"
            })
    void aDumpRewrittenWithoutLossIsTheDump(String machine) throws Exception {
        Path dump = dump(machine);

        assertThat(codec.rewrite(InputFile.read(dump))).isEqualTo(Files.readAllBytes(dump));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virt,iommu=smmuv3", "virt,virtualization=on,secure=on"})
    void aDumpWrittenAfreshIsWhatDtcWrites(String machine) throws Exception {
        Dtc.orSkip();
        Path dump = dump(machine);

        byte[] written = codec.write(codec.read(InputFile.read(dump)), TreeFormat.DTB);

        assertThat(written).isEqualTo(Dtc.canonical(dump));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virt,iommu=smmuv3"})
    void theSmmuOfAVirtMachineIsFoundWithItsHostBridge(String machine) throws Exception {
        var platform =
                new DeviceTreeFirmwareReader(codec).read(InputFile.read(dump(machine))).platform();

        assertThat(platform.iommus()).singleElement().isInstanceOf(Iommu.SmmuV3.class);
        assertThat(platform.buses().getFirst().stream(0x8))
                .hasValueSatisfying(
                        s -> assertThat(s.iommu()).isEqualTo(platform.iommus().getFirst().path()));
    }
}
