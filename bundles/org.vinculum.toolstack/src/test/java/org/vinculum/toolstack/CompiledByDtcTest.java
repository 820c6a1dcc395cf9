package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.GuestBinder;

/// dtc and fdtdump, where installed, accept the guest's tree.
class CompiledByDtcTest {
    // Xen's binding: the node has registers and no unit address, and guests look for that very
    // name.
    private static final String XENS_OWN = "(unit_address_vs_reg): /hypervisor:";

    @TempDir Path folder;

    private record Outcome(int exit, String output) {}

    @Test
    void dtcReadsTheBlobAndWarnsOfNothingButXensOwnNode() throws Exception {
        assumeInstalled("dtc");
        Path blob = write("guest.dtb");

        Outcome dtc = run("dtc", "-I", "dtb", "-O", "dtb", blob.toString(), "-o", "out.dtb");

        assertThat(dtc.exit()).isZero();
        assertThat(dtc.output().lines().filter(line -> !line.contains(XENS_OWN))).isEmpty();
    }

    @Test
    void dtcMakesTheSameBlobOfTheSource() throws Exception {
        assumeInstalled("dtc");
        Path source = write("guest.dts");

        Outcome dtc =
                run("dtc", "-q", "-I", "dts", "-O", "dtb", source.toString(), "-o", "out.dtb");

        assertThat(dtc.exit()).as(dtc.output()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out.dtb")))
                .isEqualTo(Workbench.content(bind(), "guest.dtb"));
    }

    @Test
    void fdtdumpReadsTheBlob() throws Exception {
        assumeInstalled("fdtdump");

        Outcome dump = run("fdtdump", write("guest.dtb").toString());

        assertThat(dump.exit()).as(dump.output()).isZero();
        assertThat(dump.output()).contains("iommu@4040000");
    }

    private static GuestBinder.Result bind() {
        return Workbench.withHost(
                        """
                        dma@10000000 {
                            compatible = "example,dma"; reg = <0 0x10000000 0 0x1000>;
                            interrupts = <0 80 4>; iommus = <&a 0x10>, <&b 0x20>;
                        };
                        pcie@50000000 {
                            device_type = "pci"; reg = <0 0x50000000 0 0x1000000>;
                            iommu-map = <0 &a 0 0x10000>;
                        };
                        """)
                .config(
                        "memory = 4096",
                        "vcpus = 20",
                        "cmdline = \"console=hvc0 quiet\"",
                        "dtdev = [ \"/dma@10000000\" ]",
                        "pci = [ \"01:00.0\", \"01:00.1\" ]")
                .bind();
    }

    private Path write(String name) throws IOException {
        return Files.write(folder.resolve(name), Workbench.content(bind(), name));
    }

    private Outcome run(String... command) throws Exception {
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    private static void assumeInstalled(String tool) {
        List<String> path = Arrays.asList(System.getenv("PATH").split(":"));
        assumeTrue(
                path.stream().anyMatch(p -> Files.isExecutable(Path.of(p, tool))),
                tool + " is not installed");
    }
}
