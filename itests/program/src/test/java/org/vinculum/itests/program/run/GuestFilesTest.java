package org.vinculum.itests.program.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Await;
import org.vinculum.itests.program.distribution.BuiltDistribution;

/// `vinculum run` with a host in its folder, and guests dropped into it.
class GuestFilesTest {
    private static final String UP = "is in operation";

    @TempDir Path folder;
    private Path guests;

    @BeforeEach
    void prepare() throws Exception {
        guests = Files.createDirectories(folder.resolve("board/guests"));
    }

    private PlatformProcess start() throws Exception {
        Files.copy(
                BuiltDistribution.ROOT.resolve("docs/example/host.dts"),
                folder.resolve("board/host.dts"));
        return PlatformProcess.start(folder, "board");
    }

    private void guest(String name, String device) throws Exception {
        Path draft = folder.resolve(name + ".part");
        Files.writeString(
                draft, "name = \"%s\"\nmemory = 64\ndtdev = [ \"%s\" ]\n".formatted(name, device));
        Files.move(draft, guests.resolve(name + ".cfg"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void withoutAHostOneLineSaysHowToGetAMachine() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start(folder, "board")) {
            platform.untilItSays("no machine").untilItSays("host.dtb (or .dts, or .iort)");
        }
    }

    @Test
    void aFileDroppedIntoGuestsIsAGuestUntilItIsRemoved() throws Exception {
        try (PlatformProcess platform = start().untilItSays(UP)) {
            guest("web", "/test@10000000");
            platform.untilItSays("web: domain 'web' with 1 stream behind 1 virtual SMMU");
            Path tree = guests.resolve("web.out/guest.dtb");
            Await.until(() -> Files.exists(tree), platform::said);

            Files.delete(guests.resolve("web.cfg"));

            platform.untilItSays("web: removed");
            Await.until(() -> !Files.exists(guests.resolve("web.out")), platform::said);
        }
    }

    @Test
    void aRefusedFileIsMendedInPlace() throws Exception {
        try (PlatformProcess platform = start().untilItSays(UP)) {
            guest("web", "/nobody");
            platform.untilItSays("refused dtdev-unknown web.cfg:3");
            Path refused = guests.resolve("web.refused.txt");
            Await.until(() -> Files.exists(refused), platform::said);

            guest("web", "/test@10000000");

            platform.untilItSays("domain 'web'");
            Await.until(() -> !Files.exists(refused), platform::said);
        }
    }

    @Test
    void anInterruptWithGuestsIsAClean130() throws Exception {
        assumeFalse(
                PlatformProcess.interruptsAreIgnored(),
                "started in the background, where SIGINT is ignored");
        guest("web", "/test@10000000");
        try (PlatformProcess platform = start().untilItSays("domain 'web'")) {
            platform.signal("INT");

            assertThat(platform.exitCode()).isEqualTo(130);
            assertThat(platform.said()).doesNotContain("\tat ", "not stopped cleanly");
        }
    }

    @Test
    void terminationWithGuestsIsAClean130AndTheNextRunHasThemAgain() throws Exception {
        guest("web", "/test@10000000");
        try (PlatformProcess platform = start().untilItSays("domain 'web'")) {
            platform.signal("TERM");

            assertThat(platform.exitCode()).isEqualTo(130);
            assertThat(platform.said()).doesNotContain("\tat ", "not stopped cleanly");
        }
        try (PlatformProcess again = PlatformProcess.start(folder, "board")) {
            again.untilItSays("domain 'web'");
        }
    }
}
