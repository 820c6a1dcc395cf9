package org.vinculum.machine.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.GuestBinder;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.machine.FakeMachine;
import org.vinculum.machine.HeardNews;
import org.vinculum.machine.TwoSmmus;
import org.vinculum.machine.dom0.Dom0Plan;
import org.vinculum.machine.host.MachinePlan;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;

class GuestFolderTest {
    private static final long PATIENCE = 10;
    private static final String BOTH = "dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]";

    @TempDir Path folder;
    private final FakeMachine machine = new FakeMachine(2);
    private final HeardNews news = new HeardNews();
    private Optional<GuestBinder> binder = TwoSmmus.installed();
    private GuestFolder guests;
    private long now;

    @BeforeEach
    void watch() {
        guests = folder(Optional.empty());
    }

    private GuestFolder folder(Optional<DomainDescription> dom0) {
        Surroundings around =
                new Surroundings(
                        TwoSmmus.file(),
                        () -> binder,
                        new Tenants(machine, dom0, news),
                        false,
                        news);
        return new GuestFolder(folder, around, PATIENCE);
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private void guest(String name, String... lines) throws IOException {
        write(name + ".cfg", "name = \"" + name + "\"", "memory = 64", String.join("\n", lines));
    }

    /// Looks until the files have been still.
    private void settle() {
        guests.look(now, false);
        now += PATIENCE;
        guests.look(now, false);
    }

    private String refusal(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".refused.txt"));
    }

    @Test
    void aFileBecomesADomainWithItsStreamsAndMemory() throws Exception {
        guest("web", BOTH);

        settle();

        DomainDescription web = machine.there.get("web").description;
        assertThat(web.streams())
                .extracting(s -> s.vsid() + "=" + s.physical())
                .containsExactly("0x1=" + TwoSmmus.A + " 0x10", "0x2=" + TwoSmmus.B + " 0x10");
        assertThat(web.viommus()).hasSize(1);
        assertThat(web.ram()).extracting(Object::toString).containsExactly("0x40000000+0x4000000");
    }

    @Test
    void whatBindWritesLiesBesideIt() throws Exception {
        guest("web", BOTH);

        settle();

        assertThat(folder.resolve("web.out"))
                .isDirectoryContaining("glob:**/guest.dtb")
                .isDirectoryContaining("glob:**/binding.json");
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAlone() throws Exception {
        guest("web", BOTH);
        assertThat(guests.look(now, false)).isTrue();
        now += PATIENCE;
        guest("web", BOTH, "", "# more");

        assertThat(guests.look(now, false)).isTrue();

        assertThat(machine.log).isEmpty();
        now += PATIENCE;
        assertThat(guests.look(now, false)).isFalse();
        assertThat(machine.log).containsExactly("+web");
    }

    @Test
    void removingTheFileRemovesTheDomainAndWhatWasWritten() throws Exception {
        guest("web", BOTH);
        settle();

        Files.delete(folder.resolve("web.cfg"));
        guests.look(now, false);

        assertThat(machine.log).containsExactly("+web", "-web");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherFileOfTheSameNameIsAnotherDomainWithTheIdsThatItHad() throws Exception {
        guest("web", BOTH);
        settle();

        guest("web", "dtdev = [ \"/dma@20000000\" ]");
        settle();

        assertThat(machine.log).containsExactly("+web", "-web", "+web");
        assertThat(machine.there.get("web").description.streams())
                .extracting(s -> s.vsid() + "=" + s.physical())
                .containsExactly("0x2=" + TwoSmmus.B + " 0x10");
    }

    @Test
    void theIdsStayWhenTheRunIsStartedAgain() throws Exception {
        guest("web", BOTH);
        settle();
        guest("web", "dtdev = [ \"/dma@20000000\" ]");
        machine.close();
        guests = folder(Optional.empty());

        settle();

        assertThat(machine.there.get("web").description.streams())
                .extracting(s -> s.vsid().toString())
                .containsExactly("0x2");
    }

    @Test
    void aChangeThatChangesNothingLeavesTheDomainAlone() throws Exception {
        guest("web", BOTH);
        settle();

        guest("web", BOTH, "", "# a comment");
        settle();

        assertThat(machine.log).containsExactly("+web");
    }

    @Test
    void aRefusalIsSaidWithCodeAndSentenceAndTheDomainStaysAsItWas() throws Exception {
        guest("web", BOTH);
        settle();

        guest("web", "dtdev = [ \"/nobody\" ]");
        settle();

        assertThat(machine.log).containsExactly("+web");
        assertThat(refusal("web"))
                .isEqualTo(
                        "refused dtdev-unknown web.cfg:3: dtdev '/nobody' is no node of the"
                                + " host\n");
        assertThat(news.warned).containsExactly("web: " + refusal("web").strip());
    }

    @Test
    void theRefusalGoesWhenItIsMended() throws Exception {
        guest("web", "dtdev = [ \"/nobody\" ]");
        settle();

        guest("web", BOTH);
        settle();

        assertThat(folder.resolve("web.refused.txt")).doesNotExist();
        assertThat(machine.log).containsExactly("+web");
    }

    @Test
    void aStreamThatAnotherGuestHasIsRefusedUntilItIsFree() throws Exception {
        guest("a", "dtdev = [ \"/dma@10000000\" ]");
        settle();
        guest("b", BOTH);
        settle();
        assertThat(refusal("b"))
                .isEqualTo(
                        "refused machine b.cfg: Stream "
                                + TwoSmmus.A
                                + " 0x10 belongs to the guest 'a'.\n");
        assertThat(folder.resolve("b.out")).doesNotExist();

        Files.delete(folder.resolve("a.cfg"));
        guests.look(now, false);

        assertThat(machine.log).containsExactly("+a", "-a", "+b");
        assertThat(folder.resolve("b.refused.txt")).doesNotExist();
    }

    @Test
    void aDomainGoesOnWhileWhatItAsksForIsAnothers() throws Exception {
        guest("a", "dtdev = [ \"/dma@10000000\" ]");
        guest("b", "dtdev = [ \"/dma@20000000\" ]");
        settle();

        guest("b", BOTH);
        settle();

        assertThat(machine.log).containsExactly("+a", "+b");
        assertThat(refusal("b")).contains("belongs to the guest 'a'");
        Files.delete(folder.resolve("a.cfg"));
        guests.look(now, false);
        assertThat(machine.log).containsExactly("+a", "+b", "-a", "-b", "+b");
    }

    @Test
    void aDomainThatCannotBeReplacedComesBackAsItWas() throws Exception {
        guest("b", "dtdev = [ \"/dma@20000000\" ]");
        settle();
        machine.create(
                new DomainDescription("a", List.of(), List.of(), List.of(), GuestInterrupts.NONE));

        write("b.cfg", "name = \"a\"", "memory = 64");
        settle();

        assertThat(machine.log).containsExactly("+b", "+a", "-b", "+b");
        assertThat(machine.owner(TwoSmmus.B, 0x10)).contains("b");
        assertThat(refusal("b")).contains("There is a domain a.");
    }

    @Test
    void aPartialTreeInTheFolderIsReadAndWatched() throws Exception {
        write("part.dts", "/dts-v1/; / { passthrough { }; };");
        guest("web", BOTH, "device_tree = \"part.dts\"");
        settle();
        String before = Files.readString(folder.resolve("web.out/partial.dts"));

        write("part.dts", "/dts-v1/; / { passthrough { extra { }; }; };");
        settle();

        assertThat(before).doesNotContain("extra");
        assertThat(folder.resolve("web.out/partial.dts")).content().contains("extra");
    }

    @Test
    void filesElsewhereAreNotRead(@TempDir Path elsewhere) throws Exception {
        Path secret = elsewhere.resolve("secret.dts");
        Files.writeString(secret, "/dts-v1/; / { passthrough { secret { }; }; };");
        Files.createSymbolicLink(folder.resolve("part.dts"), secret);
        guest("a", BOTH, "device_tree = \"" + secret + "\"");
        guest("b", BOTH, "device_tree = \"part.dts\"");
        guest("c", BOTH, "device_tree = \"../" + elsewhere.getFileName() + "/secret.dts\"");
        Files.createSymbolicLink(folder.resolve("d.cfg"), secret);

        settle();

        assertThat(machine.log).isEmpty();
        assertThat(refusal("a")).contains("refused unreadable").contains("one elsewhere");
        assertThat(refusal("b")).contains("one elsewhere");
        assertThat(refusal("c")).contains("one elsewhere");
        assertThat(refusal("d")).contains("expected a plain file, found a link");
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() throws Exception {
        Files.createDirectory(folder.resolve("folder.cfg"));
        new ProcessBuilder("mkfifo", folder.resolve("pipe.cfg").toString()).start().waitFor();
        write("large.cfg", "x".repeat(GuestInputs.MOST_CONFIG + 1));

        settle();

        assertThat(refusal("folder")).contains("expected a plain file, found something else");
        assertThat(refusal("pipe")).contains("expected a plain file, found something else");
        assertThat(refusal("large")).contains("at most 1048576 bytes");
    }

    @Test
    void namesCannotLeadOutOfTheFolder() throws Exception {
        write("a.cfg", "name = \"../../escape\"", "memory = 64", BOTH);

        settle();

        assertThat(folder.resolve("a.out")).isDirectory();
        assertThat(folder.getParent().resolve("escape.out")).doesNotExist();
    }

    @Test
    void aThousandGuestsAreABoundedNumber() throws Exception {
        for (int i = 0; i <= GuestFolder.MOST_GUESTS; i++) {
            write("g" + (10_000 + i) + ".cfg", "nonsense");
        }

        settle();

        assertThat(news.warned)
                .hasSize(GuestFolder.MOST_GUESTS + 1)
                .anyMatch(w -> w.contains("more than 1024 guests"));
        assertThat(folder.resolve("g" + (10_000 + GuestFolder.MOST_GUESTS) + ".refused.txt"))
                .doesNotExist();
    }

    @Test
    void aFaultOfABinderIsOneGuestsAlone() throws Exception {
        GuestBinder good = binder.orElseThrow();
        binder =
                Optional.of(request -> {
                    if (request.config().name().equals("a.cfg")) {
                        throw new IllegalStateException("boom");
                    }
                    return good.bind(request);
                });
        guest("a", BOTH);
        guest("b", BOTH);

        settle();

        assertThat(refusal("a"))
                .isEqualTo("refused internal a.cfg: java.lang.IllegalStateException: boom\n");
        assertThat(machine.log).containsExactly("+b");
    }

    @Test
    void guestsWaitForABinderToCome() throws Exception {
        Optional<GuestBinder> later = binder;
        binder = Optional.empty();
        guest("web", BOTH);
        settle();
        assertThat(refusal("web")).contains("No installed bundle binds guests.");

        binder = later;
        guests.look(now, true);

        assertThat(machine.log).containsExactly("+web");
    }

    @Test
    void dom0LendsItsStreamsAndGetsThemBack() throws Exception {
        guests = folder(Optional.of(dom0()));
        guest("web", BOTH);

        settle();

        assertThat(machine.owner(TwoSmmus.A, 0x10)).contains("web");
        assertThat(machine.owner(TwoSmmus.B, 0x20)).contains("dom0");
        Files.delete(folder.resolve("web.cfg"));
        guests.look(now, false);
        assertThat(machine.owner(TwoSmmus.A, 0x10)).contains("dom0");
        assertThat(machine.owner(TwoSmmus.B, 0x10)).contains("dom0");
    }

    @Test
    void dom0KeepsWhatARefusedGuestAskedFor() throws Exception {
        guests = folder(Optional.of(dom0()));
        write("a.cfg", "name = \"dom0\"", "memory = 64", BOTH);

        settle();

        assertThat(refusal("a")).contains("There is a domain dom0.");
        assertThat(machine.owner(TwoSmmus.A, 0x10)).contains("dom0");
    }

    private DomainDescription dom0() {
        MachineSettings settings =
                new MachineSettings(
                        "board",
                        new ModelChoice(Map.of(), "smmuv3"),
                        List.of(),
                        Optional.empty(),
                        true,
                        1 << 24,
                        64,
                        "p");
        DomainDescription dom0 =
                Dom0Plan.of(
                                TwoSmmus.host(),
                                MachinePlan.of(TwoSmmus.host(), settings).description(),
                                1 << 24)
                        .description();
        machine.create(dom0);
        return dom0;
    }
}
