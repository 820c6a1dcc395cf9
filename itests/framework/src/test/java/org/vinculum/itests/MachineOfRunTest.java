package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `vinculum run` makes of a folder, with everything real in it.
class MachineOfRunTest {
    private static final Path HOSTS =
            Path.of(System.getProperty("vinculum.root"), "itests/framework/src/test/machines");

    /// IDR0.S2P and S1P (IHI 0070, 6.3.1): the hypervisor keeps stage 2 for itself.
    private static final long STAGES = 0b11;

    private static final long STAGE_1_ONLY = 0b10;
    private static final long GUEST_SMMU = 0x404_0000L;

    @TempDir Path folder;
    private Path run;
    private RunningFelix felix;
    private RunningMachine machine;

    @BeforeEach
    void prepare() throws Exception {
        run = folder.resolve("board");
        Files.createDirectories(run.resolve("guests"));
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    private void start(String host) throws Exception {
        Files.copy(
                HOSTS.resolve(host), run.resolve("host.dts"), StandardCopyOption.REPLACE_EXISTING);
        felix = RunningFelix.inRun(run, "core", "models", "machine");
        machine = new RunningMachine(felix);
        Await.until("a machine", machine::isThere);
    }

    private void guest(String name, String... devices) throws Exception {
        Files.writeString(
                run.resolve("guests").resolve(name + ".cfg"),
                "name = \"%s\"\nmemory = 64\ndtdev = [ \"%s\" ]\n"
                        .formatted(name, String.join("\", \"", devices)));
    }

    private void awaitGuest(String name) throws Exception {
        Await.until(
                name + " among " + machine.domains(),
                () ->
                        machine.domains().contains(name)
                                && Files.exists(run.resolve("guests/" + name + ".out")));
    }

    @Test
    void theMachineIsAServiceWithTheRunsName() throws Exception {
        start("two-smmus.dts");

        assertThat(machine.name()).isEqualTo("board");
        assertThat(machine.domains()).containsExactly("dom0");
    }

    @Test
    void aGuestFileBecomesADomainWhoseSmmuAnswersAndGoesWithIt() throws Exception {
        start("two-smmus.dts");
        guest("web", "/dma@10000000", "/dma@20000000");
        awaitGuest("web");

        assertThat(machine.read("web", GUEST_SMMU) & STAGES).isEqualTo(STAGE_1_ONLY);

        Files.delete(run.resolve("guests/web.cfg"));
        Await.until("no web", () -> !machine.domains().contains("web"));
        Await.until("no files of web", () -> run.resolve("guests").toFile().list().length == 0);
    }

    @Test
    void aStreamThatAGuestHasIsRefusedToAnotherUntilItsFileGoes() throws Exception {
        start("two-smmus.dts");
        guest("a", "/dma@10000000");
        awaitGuest("a");
        guest("b", "/dma@10000000", "/dma@20000000");
        Path refused = run.resolve("guests/b.refused.txt");
        Await.until("a refusal", () -> Files.exists(refused));
        assertThat(refused)
                .hasContent(
                        "refused machine b.cfg: Stream /iommu@4f000000 0x10 belongs to the guest"
                                + " 'a'.");

        Files.delete(run.resolve("guests/a.cfg"));

        awaitGuest("b");
        Await.until("no refusal", () -> !Files.exists(refused));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0xa004_0000L,
                0xd004_0000L,
                0x8_d004_0000L,
                0x400_d004_0000L,
                0x408_d004_0000L
            })
    void dom0HasAVirtualSmmuInThePlaceOfEachPhysicalOne(long base) throws Exception {
        start("five-smmus.dts");

        assertThat(machine.read("dom0", base) & STAGES).isEqualTo(STAGE_1_ONLY);
    }

    @Test
    void withTheHypervisorTheMachineGoesAndComesBack() throws Exception {
        start("two-smmus.dts");
        guest("web", "/dma@10000000");
        awaitGuest("web");

        felix.bundle("org.vinculum.hypervisor").stop();
        assertThat(machine.isThere()).isFalse();
        felix.bundle("org.vinculum.hypervisor").start();

        Await.until("a machine", machine::isThere);
        Await.until("web again", () -> machine.domains().contains("web"));
    }
}
