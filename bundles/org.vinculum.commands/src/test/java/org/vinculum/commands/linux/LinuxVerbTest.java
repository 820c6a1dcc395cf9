package org.vinculum.commands.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.commands.models.FakeModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestRefusedException;

class LinuxVerbTest {
    @TempDir Path folder;

    private final FakeLiveGuest guest = new FakeLiveGuest();
    private final FakeParts parts =
            new FakeParts()
                    .with(LiveGuest.class, guest)
                    .with(GuestSmmuType.class, new FakeSmmuType("virtual"))
                    .with(GuestSmmuType.class, new FakeSmmuType("physical"))
                    .with(IommuModelFactory.class, new FakeModel("smmuv3-3.2", Map.of()))
                    .with(IommuModelFactory.class, new FakeModel("smmuv3-3.3", Map.of()));

    private Outcome run(String line) {
        return new Session(folder, parts).run(line);
    }

    @Test
    void theVerdictStandsBelowThePanelOfCounters() {
        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        counted          number
                        register writes     82
                        translations     10240

                        PASS 12 tests
                        """);
    }

    @Test
    void aGuestThatFailsIsANo() {
        guest.plot =
                (_, _) ->
                        FakeLiveGuest.report(
                                Optional.of(false), "FAIL after-unmap: read a stale page");

        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).endsWith("\nFAIL after-unmap: read a stale page\n");
    }

    @Test
    void aGuestWithoutAVerdictIsANo() {
        guest.plot = (_, _) -> FakeLiveGuest.report(Optional.empty(), "QEMU ended");

        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).endsWith("\nno verdict: QEMU ended\n");
    }

    @Test
    void theJsonReportKeepsToTheSchemaWhateverTheVerdict() {
        for (Optional<Boolean> passed :
                List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())) {
            guest.plot = (_, _) -> FakeLiveGuest.report(passed, "so it is");

            Outcome outcome = run("linux --json");

            assertThat(Schemas.violations("linux", outcome.bytes())).isEmpty();
            assertThat(outcome.out())
                    .contains(
                            "\"mode\": \"virtual\"",
                            "\"profile\": \"smmuv3-3.3\"",
                            "\"passed\": " + passed.map(String::valueOf).orElse("null"),
                            "\"value\": 10240");
        }
    }

    @Test
    void theConsoleIsNoResultAndStaysAwayWhenNotWanted() {
        guest.plot =
                (_, audience) -> {
                    audience.progress("QEMU 7.2 starts");
                    audience.console("[    0.0] Booting\r\nVINCULUM-");
                    audience.console("GUEST: PASS\r\nlast");
                    return FakeLiveGuest.passed();
                };

        assertThat(run("linux").err())
                .isEqualTo(
                        """
                        vinculum linux: QEMU 7.2 starts
                        [    0.0] Booting
                        VINCULUM-GUEST: PASS
                        last
                        """);
        assertThat(run("linux --quiet").err()).isEqualTo("vinculum linux: QEMU 7.2 starts\n");
    }

    @Test
    void aRefusalSaysEveryReasonAndIsUnusable() {
        guest.plot =
                (_, _) -> {
                    throw new LiveGuestRefusedException(
                            List.of("there is no qemu-system-aarch64", "there is no kernel"));
                };

        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: there is no qemu-system-aarch64\n"
                                + "vinculum: there is no kernel\n");
    }

    @Test
    void anInterruptedGuestHasNoReport() {
        guest.plot =
                (_, _) -> {
                    throw new InterruptedException();
                };

        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isEqualTo(130);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("vinculum: ended by the user, with the guest\n");
    }

    @Test
    void theOtherModelIsInTheJsonReport() {
        Outcome outcome = run("linux --swap-to smmuv3-3.2 --json");

        assertThat(outcome.exit()).isZero();
        assertThat(Schemas.violations("linux", outcome.bytes())).isEmpty();
        assertThat(outcome.out()).contains("\"swapTo\": \"smmuv3-3.2\"");
    }

    @Test
    void withoutALiveGuestThePartThatIsMissingIsNamed() {
        parts.without(LiveGuest.class);

        Outcome outcome = run("linux");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("it comes with org.vinculum.qemu");
    }
}
