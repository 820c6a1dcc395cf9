package org.vinculum.qemu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.live.Count;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;
import org.vinculum.qemu.process.Programs;

/// Whole runs in a real QEMU, of a kernel so small that it starts at once.
class InQemuTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Installation installation;
    private final Heard heard = new Heard();

    @BeforeEach
    void install() throws IOException {
        Assumptions.assumeTrue(
                new Programs(System.getenv("PATH")).find(Programs.QEMU).isPresent(),
                "qemu-system-aarch64 is not installed");
        installation = new Installation(new QuietSmmu(), folder);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(left()).isEmpty();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(installation.smmu().closed).isTrue();
    }

    private static Set<Path> left() throws IOException {
        Set<Path> left = new TreeSet<>();
        for (String place : new String[] {"/dev/shm", System.getProperty("java.io.tmpdir")}) {
            try (Stream<Path> files = Files.list(Path.of(place))) {
                files.filter(InQemuTest::isOurs).forEach(left::add);
            }
        }
        return left;
    }

    private static boolean isOurs(Path path) {
        long process = ProcessHandle.current().pid();
        return path.getFileName().toString().startsWith("vinculum-guest-" + process + "-");
    }

    private LiveReport run(LiveGuestDescription asked) throws InterruptedException {
        return new LiveRun(installation, Map.of("PATH", System.getenv("PATH"))).run(asked, heard);
    }

    @Test
    void aGuestThatPassesAndPowersOff() throws Exception {
        LiveReport report =
                run(
                        installation.guest(
                                TinyKernel.thatSays("hello\nVINCULUM-GUEST: PASS 0 tests\n"),
                                LONG));

        assertThat(report.passed()).contains(true);
        assertThat(report.verdict()).isEqualTo("PASS 0 tests");
        assertThat(report.counts()).contains(new Count("seen by nobody", 7));
        assertThat(heard.console).contains("hello\n");
        assertThat(heard.progress).anyMatch(line -> line.startsWith("QEMU "));
    }

    @Test
    void aGuestThatFailsAndHangs() throws Exception {
        LiveReport report =
                run(
                        installation.guest(
                                TinyKernel.thatSaysAndHangs("VINCULUM-GUEST: FAIL copy: x\n"),
                                LONG));

        assertThat(report.passed()).contains(false);
        assertThat(report.verdict()).isEqualTo("FAIL copy: x");
    }

    @Test
    void aGuestThatPowersOffWithoutAVerdict() throws Exception {
        LiveReport report = run(installation.guest(TinyKernel.thatSays("panic\n"), LONG));

        assertThat(report.passed()).isEmpty();
        assertThat(report.verdict()).isEqualTo("no verdict; QEMU ended with exit code 0");
    }

    @Test
    void aGuestWhoseTimeEnds() throws Exception {
        LiveReport report =
                run(installation.guest(TinyKernel.thatSaysAndHangs(""), Duration.ofSeconds(1)));

        assertThat(report.passed()).isEmpty();
        assertThat(report.verdict()).isEqualTo("no verdict within 1 s");
    }

    @Test
    void aRunWhoseThreadIsInterrupted() throws Exception {
        LiveGuestDescription asked = installation.guest(TinyKernel.thatSaysAndHangs("up\n"), LONG);
        heard.onConsole = Thread.currentThread()::interrupt;

        assertThatThrownBy(() -> run(asked)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void anSmmuThatFailsIsOurFault() throws Exception {
        LiveGuestDescription asked = installation.guest(TinyKernel.thatSaysAndHangs("up\n"), LONG);
        heard.onConsole = () -> installation.smmu().fault = new ArithmeticException("ours");

        assertThatThrownBy(() -> run(asked))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("ours");
    }

    @Test
    void aGuestWithMoreMemoryThanTwoGibibytes() throws Exception {
        LiveGuestDescription small =
                installation.guest(TinyKernel.thatSays("VINCULUM-GUEST: PASS\n"), LONG);
        LiveGuestDescription large =
                new LiveGuestDescription(
                        small.mode(),
                        small.model(),
                        small.identification(),
                        small.kernel(),
                        small.initrd(),
                        "",
                        3L << 30,
                        2,
                        LONG,
                        small.trace());

        assertThat(run(large).passed()).contains(true);
    }
}
