package org.vinculum.itests.program.oneshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.itests.program.distribution.Answer;
import org.vinculum.itests.program.distribution.Await;
import org.vinculum.itests.program.distribution.BuiltDistribution;
import org.vinculum.itests.program.distribution.Program;

/// `vinculum linux` with kernels that only speak: what the program makes of a guest's end, whoever brings it about.
class LinuxTest {
    private static final String SCRIPT = BuiltDistribution.startScript().toString();

    @TempDir Path folder;
    private Path initrd;

    @BeforeEach
    void initialRamDisk() throws IOException {
        assumeTrue(hasQemu(), "no qemu-system-aarch64 on this machine");
        initrd = Files.writeString(folder.resolve("initrd"), "none");
    }

    private static boolean hasQemu() {
        for (String place : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(place, "qemu-system-aarch64"))) {
                return true;
            }
        }
        return false;
    }

    private List<String> line(Path kernel, String... more) {
        List<String> line = new ArrayList<>();
        line.addAll(List.of(SCRIPT, "linux", "--memory", "256M"));
        line.addAll(List.of("--kernel", kernel.toString(), "--initrd", initrd.toString()));
        line.addAll(List.of(more));
        return line;
    }

    @Test
    void aComparisonWithoutAKernelNamesWhatBringsOne() throws Exception {
        Answer answer =
                answer(
                        List.of(
                                "env",
                                "VINCULUM_LINUX=" + folder.resolve("none"),
                                SCRIPT,
                                "bench",
                                "live"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(folder + "/none/cloud/Image", "fetch-linux");
    }

    private Answer answer(List<String> line) throws Exception {
        return new Program(BuiltDistribution.startScript(), folder).command(line);
    }

    private Path saying(String text) throws IOException {
        return TinyKernel.saying(text, folder.resolve("Image"));
    }

    private long emulators() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
                .count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "physical"})
    void aGuestThatPassesIsASuccess(String mode) throws Exception {
        Path kernel = saying("VINCULUM-GUEST: PASS 0 tests\n");

        Answer answer = answer(line(kernel, "--mode", mode));

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).endsWith("\nPASS 0 tests\n");
        assertThat(answer.err()).contains("\nVINCULUM-GUEST: PASS 0 tests\n");
    }

    @Test
    void aGuestThatFailsIsANo() throws Exception {
        Answer answer = answer(line(saying("VINCULUM-GUEST: FAIL copy: differs\n"), "--quiet"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(1);
        assertThat(answer.out()).endsWith("\nFAIL copy: differs\n");
        assertThat(answer.err()).doesNotContain("VINCULUM-GUEST");
    }

    @Test
    void aGuestThatSaysNothingIsANo() throws Exception {
        Answer answer = answer(line(saying("bye\n"), "--json"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(1);
        assertThat(answer.out()).contains("\"passed\": null");
    }

    @Test
    void aGuestThatDoesNotEndIsEnded() throws Exception {
        Path kernel = TinyKernel.thatStays("here\n", folder.resolve("Image"));

        Answer answer = answer(line(kernel, "--limit", "2"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(1);
        assertThat(answer.out()).contains("no verdict");
        assertThat(emulators()).isZero();
    }

    @Test
    void whatAGuestSendsToSteerATerminalArrivesNowhere() throws Exception {
        Answer answer = answer(line(saying("\u001b[2J\u001b]0;title\u0007x\n")));

        assertThat(answer.err()).contains("\nx\n").doesNotContain("\u001b", "title");
    }

    @Test
    void aSignalEndsTheGuestAndThenTheProgram() throws Exception {
        Path kernel = TinyKernel.thatStays("here\n", folder.resolve("Image"));
        Path err = folder.resolve("err");
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(line(kernel, "--trace", folder.resolve("trace").toString()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            Await.until(() -> read(err).contains("here") || !process.isAlive(), () -> read(err));

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(130);
            assertThat(out).isEmptyFile();
            assertThat(folder.resolve("trace")).doesNotExist();
            assertThat(emulators()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void withoutQemuThePackageThatHasItIsNamed() throws Exception {
        Path kernel = saying("never heard\n");
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/env",
                                "PATH=" + folder,
                                "JAVA_HOME=" + System.getProperty("java.home")));
        line.addAll(line(kernel));

        Answer answer = answer(line);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("qemu-system-arm");
    }

    @Test
    void withoutAKernelWhatBringsOneIsNamed() throws Exception {
        Answer answer =
                answer(List.of("/usr/bin/env", "VINCULUM_LINUX=" + folder, SCRIPT, "linux"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("fetch-linux").contains(folder.toString());
    }
}
