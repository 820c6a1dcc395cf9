package org.vinculum.qemu.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.OverlayMerge;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Platform;
import org.vinculum.qemu.layout.Layout;

/// What QEMU itself writes, and what dtc says of the result.
class QemuAndDtcTest {
    private static final String QEMU = "qemu-system-aarch64";

    @TempDir Path folder;

    private final TreeCodec codec = new TreeCodec();
    private final GuestTree trees = new GuestTree(codec, new OverlayMerge());

    @Test
    void dtcReadsTheTreeAndWarnsOfNothing() throws Exception {
        assumeInstalled("dtc");
        var options = new TreeOptions(TreeOptions.Lines.SEPARATE, true, true, List.of("a,quirk"));
        byte[] tree = trees.make(Machines.dump(Machines.ORDINARY), new Layout(512L << 20), options);
        Path blob = Files.write(folder.resolve("guest.dtb"), tree);

        String output = run("dtc", "-I", "dtb", "-O", "dtb", "-o", "out.dtb", blob.toString());

        assertThat(output).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "3072", "5120"})
    void theTreeOfEveryMachineHasOurSmmuInFrontOfOurHost(String mebibytes) throws Exception {
        assumeInstalled(QEMU);
        Layout layout = new Layout(Long.parseLong(mebibytes) << 20);

        byte[] tree = trees.make(dump(mebibytes), layout);

        Platform platform =
                new DeviceTreeFirmwareReader(codec)
                        .read(InputFile.of("guest.dtb", tree))
                        .platform();
        assertThat(platform.iommus()).hasSize(1);
        assertThat(platform.iommus().getFirst().registers()).contains(layout.smmu());
        assertThat(platform.buses())
                .filteredOn(bus -> bus.stream(8).isPresent())
                .singleElement()
                .satisfies(bus -> assertThat(bus.pci().orElseThrow().segment()).isEqualTo(1));
    }

    @Test
    void dtcFindsNoMoreFaultWithOursThanWithQemus() throws Exception {
        assumeInstalled(QEMU);
        assumeInstalled("dtc");
        byte[] dump = dump("512");
        Path theirs = Files.write(folder.resolve("theirs.dtb"), dump);
        byte[] tree = trees.make(dump, new Layout(512L << 20));
        Path ours = Files.write(folder.resolve("ours.dtb"), tree);

        assertThat(warnings(ours)).containsExactlyElementsOf(warnings(theirs));
    }

    private List<String> warnings(Path blob) throws Exception {
        String output = run("dtc", "-I", "dtb", "-O", "dtb", "-o", "out.dtb", blob.toString());
        return output.lines().map(line -> line.replace(blob.toString(), "")).sorted().toList();
    }

    private byte[] dump(String mebibytes) throws Exception {
        Path dump = folder.resolve("dump.dtb");
        run(
                QEMU,
                "-M",
                "virt,gic-version=3,dumpdtb=" + dump,
                "-m",
                mebibytes + "M",
                "-smp",
                "2",
                "-nodefaults",
                "-display",
                "none");
        return Files.readAllBytes(dump);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(new ArrayList<>(List.of(command)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static void assumeInstalled(String tool) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(place, tool))) {
                return;
            }
        }
        assumeTrue(false, tool + " is not installed");
    }
}
