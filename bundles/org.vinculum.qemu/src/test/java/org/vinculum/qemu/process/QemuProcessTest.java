package org.vinculum.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.live.LiveGuestRefusedException;

/// With shell scripts in QEMU's place, which say their process ID first.
class QemuProcessTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final VerdictWatch watch = new VerdictWatch();
    private final StringBuffer console = new StringBuffer();

    private Path script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("qemu"), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private QemuProcess start(String script, String path) throws IOException {
        return new QemuProcess(
                List.of(script(script).toString()), new Programs(path), this::printed);
    }

    private void printed(String text) {
        console.append(text);
        watch.take(text);
    }

    private ProcessHandle process() {
        String id = console.substring(0, console.indexOf("\n"));
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    @Test
    void whatItSaysWhenItEndsEarlyIsKept() throws Exception {
        try (QemuProcess qemu = start("echo 'qemu: no kernel' >&2; exit 3", "/none")) {
            assertThat(qemu.await(LONG)).isTrue();
            assertThat(qemu.end()).isEqualTo("QEMU ended with exit code 3: qemu: no kernel");
        }
    }

    @Test
    void ofALongComplaintTheEndIsKept() throws Exception {
        String script = "i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done; exit 1";
        try (QemuProcess qemu = start(script, "/none")) {
            assertThat(qemu.await(LONG)).isTrue();
            assertThat(qemu.end()).endsWith("; line 2999").hasSizeLessThan(4200);
        }
    }

    @Test
    void oneThatHangsAfterItsVerdictIsEnded() throws Exception {
        ProcessHandle process;
        try (QemuProcess qemu =
                start("echo $$; echo 'VINCULUM-GUEST: PASS 1 tests'; exec sleep 1000", "/none")) {
            assertThat(watch.verdict().get(20, TimeUnit.SECONDS).passed()).isTrue();
            process = process();
            assertThat(qemu.isAlive()).isTrue();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void oneThatDoesNotHearAPoliteWordIsKilled() throws Exception {
        ProcessHandle process;
        try (QemuProcess qemu =
                start(
                        "trap '' TERM; echo $$; echo 'VINCULUM-GUEST: FAIL x'; exec sleep 1000",
                        "/none")) {
            assertThat(watch.verdict().get(20, TimeUnit.SECONDS).passed()).isFalse();
            assertThat(qemu.isAlive()).isTrue();
            process = process();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void itsEndIsToldAfterEverythingItPrinted() throws Exception {
        try (QemuProcess qemu = start("echo $$; echo 'VINCULUM-GUEST: PASS'", "/none")) {
            qemu.ended().get(20, TimeUnit.SECONDS);
            assertThat(qemu.await(LONG)).isTrue();
            assertThat(watch.verdict()).isDone();
            assertThat(qemu.isAlive()).isFalse();
        }
    }

    @Test
    void anInterruptedThreadEndsItAllTheSame() throws Exception {
        ProcessHandle process;
        try (QemuProcess qemu = start("echo $$; exec sleep 1000", "/none")) {
            while (console.indexOf("\n") < 0) {
                Thread.onSpinWait();
            }
            process = process();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> qemu.await(LONG)).isInstanceOf(InterruptedException.class);
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThatThrownBy(() ->
                        new QemuProcess(
                                List.of(folder.resolve("none").toString()),
                                new Programs("/none"),
                                this::printed))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTreeThatWasNotWrittenIsRefusedWithWhatQemuSaid() throws IOException {
        Path qemu = script("echo 'qemu: no such CPU' >&2; exit 1");

        assertThatThrownBy(() ->
                        TreeDump.of(
                                new QemuCommand(qemu, 512L << 20, 1),
                                new Programs("/none"),
                                folder.resolve("tree")))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining("qemu: no such CPU");
    }
}
