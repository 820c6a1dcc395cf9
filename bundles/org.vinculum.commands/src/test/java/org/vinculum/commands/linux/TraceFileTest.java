package org.vinculum.commands.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.commands.models.FakeModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;

/// `--trace`: whole, or what was there before.
class TraceFileTest {
    private static final String LINE = "{\"scenario\":\"live\"}\n";

    @TempDir Path folder;

    private final FakeLiveGuest guest = new FakeLiveGuest();

    @BeforeEach
    void guestThatIsTraced() {
        guest.plot =
                (description, _) -> {
                    write(description);
                    return FakeLiveGuest.passed();
                };
    }

    private Session session() {
        return new Session(
                folder,
                new FakeParts()
                        .with(LiveGuest.class, guest)
                        .with(GuestSmmuType.class, new FakeSmmuType("virtual"))
                        .with(IommuModelFactory.class, new FakeModel("smmuv3-3.3", Map.of())));
    }

    private static void write(LiveGuestDescription description) {
        try {
            description.trace().orElseThrow().write(LINE.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itReplacesWhatWasThere() throws IOException {
        Outcome outcome = session().file("trace", "old").run("linux --trace trace");

        assertThat(outcome.exit()).isZero();
        assertThat(folder.resolve("trace")).hasContent(LINE);
        assertThat(names()).containsExactly("trace");
    }

    @Test
    void itIsMostWantedWhenTheGuestFails() {
        guest.plot =
                (description, _) -> {
                    write(description);
                    return FakeLiveGuest.report(Optional.of(false), "FAIL copy: differs");
                };

        assertThat(session().run("linux --trace out/trace").exit()).isEqualTo(1);
        assertThat(folder.resolve("out/trace")).hasContent(LINE);
    }

    @Test
    void nothingChangesWhenTheUserEndsIt() throws IOException {
        guest.plot =
                (description, _) -> {
                    write(description);
                    throw new InterruptedException();
                };

        session().file("trace", "old").run("linux --trace trace");

        assertThat(folder.resolve("trace")).hasContent("old");
        assertThat(names()).containsExactly("trace");
    }

    @Test
    void nothingChangesWhenTheGuestCannotRun() throws IOException {
        guest.plot =
                (_, _) -> {
                    throw new LiveGuestRefusedException(List.of("no QEMU"));
                };

        session().run("linux --trace trace");

        assertThat(names()).isEmpty();
    }

    @Test
    void itNeverReplacesTheInitialRamDisk() {
        Outcome outcome = session().file("initrd", "x").run("linux --initrd initrd --trace initrd");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("is an input of this command");
        assertThat(folder.resolve("initrd")).hasContent("x");
    }

    @Test
    void aFullDiskCostsTheTraceAndNotTheReport() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");

        Outcome outcome = session().run("linux --trace /dev/full");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).contains("PASS");
        assertThat(outcome.err()).startsWith("vinculum: /dev/full: cannot be written: ");
    }

    @Test
    void aFolderIsRefusedBeforeTheGuestStarts() {
        Outcome outcome = session().run("linux --trace .");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("cannot be written: it is a folder");
        assertThat(guest.asked).isNull();
    }
}
