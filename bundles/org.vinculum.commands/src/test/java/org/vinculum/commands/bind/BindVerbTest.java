package org.vinculum.commands.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.binding.Refusal;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;

class BindVerbTest {
    private static final String BIND = "bind --host board.dtb --config guest.cfg ";

    @TempDir Path folder;

    private final FakeParts parts = new FakeParts();
    private Session session;
    private GuestBinder.Request asked;

    @BeforeEach
    void userWithAGuest() {
        session =
                new Session(folder, parts)
                        .file("board.dtb", "board")
                        .file("guest.cfg", "name = 'guest1'")
                        .file("part.dts", "/dts-v1/;");
    }

    private void binds() {
        binds(List.of());
    }

    private void binds(List<Path> named) {
        parts.with(GuestBinder.class, new Binder(named));
    }

    private final class Binder implements GuestBinder {
        private final List<Path> named;

        Binder(List<Path> named) {
            this.named = named;
        }

        @Override
        public Result bind(Request request) {
            asked = request;
            return result();
        }

        @Override
        public List<Path> filesNamedBy(InputFile config) {
            return named;
        }
    }

    private static GuestBinder.Result result() {
        GuestBinder.Row row =
                new GuestBinder.Row(
                        "/passthrough/test@10000000",
                        "/test@10000000",
                        Board.SMMU,
                        "0x10",
                        "0x1",
                        "allocated: lowest free ID");
        Finding note =
                new Finding(
                        "config-unknown-key",
                        Severity.WARNING,
                        "guest.cfg:2",
                        "'memry' is ignored; did you mean 'memory'?");
        return new GuestBinder.Result(
                new Binding("guest1", List.of(), List.of()),
                List.of(file("guest.dts", "dts"), file("binding.json", "{}")),
                List.of(row),
                List.of(note));
    }

    private void refuses() {
        parts.with(
                GuestBinder.class,
                request -> {
                    throw new BindingRefusedException(
                            List.of(
                                    new Refusal("stream-shared", "dtdev[0]", "shared with /net"),
                                    new Refusal("bypass", "pci[0]", "RID 0x8 matches nothing")),
                            List.of(
                                    Finding.warning(
                                            "config-key-unknown", "guest.cfg:2", "ignored")));
                });
    }

    private static OutputFile file(String name, String content) {
        return new OutputFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTableTheFilesAndTheNotesGoWhereTheyBelong() {
        binds();

        Outcome outcome = session.run(BIND + "--out out");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().replace(folder + "/", ""))
                .isEqualTo(
                        """
                        guest node                  host device     physical IOMMU   pSID  vSID  why
                        /passthrough/test@10000000  /test@10000000  /iommu@4f000000  0x10  0x1   allocated: lowest free ID

                        written to out: guest.dts binding.json
                        """);
        assertThat(outcome.err())
                .isEqualTo(
                        "warning config-unknown-key guest.cfg:2: 'memry' is ignored; did you mean"
                                + " 'memory'?\n");
        assertThat(session.read("out/guest.dts")).isEqualTo("dts");
        assertThat(session.read("out/binding.json")).isEqualTo("{}");
    }

    @Test
    void everythingTheUserNamesReachesTheBinder() {
        binds();

        session.file("old.json", "{ }")
                .run(BIND + "--partial part.dts --previous old.json --out out");

        assertThat(asked.host().name()).endsWith("board.dtb");
        assertThat(asked.config().name()).endsWith("guest.cfg");
        assertThat(asked.partial()).get().extracting("name").asString().endsWith("part.dts");
        assertThat(asked.previous()).get().extracting("name").asString().endsWith("old.json");
    }

    @Test
    void everyReasonOfARefusalIsPrintedAfterTheNotesAndNothingIsWritten() {
        refuses();

        Outcome outcome = session.run(BIND + "--out out");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        warning config-key-unknown guest.cfg:2: ignored
                        refused stream-shared dtdev[0]: shared with /net
                        refused bypass pci[0]: RID 0x8 matches nothing
                        """);
        assertThat(session.path("out")).doesNotExist();
    }

    @Test
    void theBindingOfTheLastRunMayBeReplacedByTheNewOne() {
        binds();
        session.run(BIND + "--out out");

        Outcome again = session.run(BIND + "--previous out/binding.json --out out");

        assertThat(again.exit()).isZero();
    }

    @Test
    void anInputInTheFolderIsNotOverwritten() throws IOException {
        binds();
        Files.createDirectory(session.path("out"));
        session.file("out/guest.dts", "mine");

        Outcome outcome = session.run(BIND + "--partial out/guest.dts --out out");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("guest.dts is an input of this command");
        assertThat(session.read("out/guest.dts")).isEqualTo("mine");
        assertThat(session.path("out/binding.json")).doesNotExist();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaid() {
        binds();

        Outcome outcome = session.file("out", "x").run(BIND + "--out out");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("out: cannot be written");
    }

    @Test
    void withoutABinderTheMissingPartIsNamed() {
        Outcome outcome = session.run(BIND + "--out out");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("GuestBinder").contains("org.vinculum.toolstack");
    }

    @Test
    void everyRequiredOptionThatIsMissingIsNamed() {
        Outcome outcome = session.run("bind");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--host", "--config", "--out");
    }

    @Test
    void theJsonReportKeepsToItsSchemaAndSaysTheSame() {
        binds();

        Outcome outcome = session.run(BIND + "--out out --json");

        assertThat(outcome.exit()).isZero();
        assertThat(Schemas.violations("bind", outcome.bytes())).isEmpty();
        assertThat(outcome.out())
                .contains(
                        "\"bound\": true", "\"vsid\": \"0x1\"", "config-unknown-key", "guest.dts");
    }

    @Test
    void aRefusalIsAJsonReportToo() {
        refuses();

        Outcome outcome = session.run(BIND + "--out out --json");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(Schemas.violations("bind", outcome.bytes())).isEmpty();
        assertThat(outcome.out())
                .contains("\"bound\": false", "stream-shared", "bypass", "config-key-unknown");
    }

    @Test
    void aFileThatTheConfigurationNamesIsNotOverwritten() {
        binds(List.of(session.path("guest.dts")));
        session.file("guest.dts", "mine");

        Outcome outcome = session.run(BIND + "--out .");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("guest.dts is an input of this command");
        assertThat(session.read("guest.dts")).isEqualTo("mine");
    }

    @Test
    void withAPartialTreeFromTheUserTheConfiguredOneIsNoInput() {
        binds(List.of(session.path("guest.dts")));
        session.file("guest.dts", "of the last run");

        Outcome outcome = session.run(BIND + "--partial part.dts --out .");

        assertThat(outcome.exit()).isZero();
        assertThat(session.read("guest.dts")).isEqualTo("dts");
    }
}
