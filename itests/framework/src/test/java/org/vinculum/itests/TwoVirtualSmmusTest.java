package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/// Two versions of the bundle with the virtual SMMUv3, under domains that run.
class TwoVirtualSmmusTest {
    private static final Path HOSTS =
            Path.of(System.getProperty("vinculum.root"), "itests/framework/src/test/machines");

    private static final String VIOMMU = "org.vinculum.viommu";
    private static final String OLD = "(&(name=smmuv3)(vinculum.version=0.1.0))";
    private static final String NEW = "(&(name=smmuv3)(vinculum.version>=2.0))";
    private static final long GUEST_SMMU = 0x404_0000L;

    @TempDir Path folder;
    private RunningFelix felix;
    private RunningMachine machine;

    @BeforeEach
    void start() throws Exception {
        Path run = folder.resolve("board");
        Files.createDirectories(run.resolve("guests"));
        Files.copy(HOSTS.resolve("two-smmus.dts"), run.resolve("host.dts"));
        guest(run, "web", "/dma@10000000");
        guest(run, "mail", "/dma@20000000");
        felix = RunningFelix.installedInRun(run, "core", "models", "machine", "deploy");
        felix.configure("org.vinculum.hypervisor", Map.of("swap.grace", 200L));
        felix.startAll();
        machine = new RunningMachine(felix);
        Await.until("guests", () -> machine.isThere() && machine.domains().size() == 3);
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    private static void guest(Path run, String name, String device) throws Exception {
        Files.writeString(
                run.resolve("guests").resolve(name + ".cfg"),
                "name = \"%s\"\nmemory = 64\ndtdev = [ \"%s\" ]\n".formatted(name, device));
    }

    private Bundle install(String version) throws Exception {
        Bundle next = felix.install(VIOMMU + version, Reversioned.bundle(VIOMMU, version));
        next.start();
        return next;
    }

    private void attempted(String swap) throws Exception {
        Await.until(
                swap, () -> machine.swaps().stream().anyMatch(record -> record.startsWith(swap)));
    }

    @Test
    void domainsAreMovedOneByOne() throws Exception {
        long shown = machine.read("web", GUEST_SMMU);
        for (String domain : new String[] {"web", "mail"}) {
            assertThat(machine.swap(domain, OLD)).isEqualTo("smmuv3 0.1.0");
        }
        install("2.0.0");

        assertThat(machine.swap("web", NEW)).isEqualTo("smmuv3 2.0.0");
        assertThat(machine.swap("mail", OLD)).isEqualTo("smmuv3 0.1.0");
        assertThat(machine.swap("mail", NEW)).isEqualTo("smmuv3 2.0.0");
        assertThat(machine.swap("web", OLD)).isEqualTo("smmuv3 0.1.0");

        assertThat(machine.read("web", GUEST_SMMU)).isEqualTo(shown);
        assertThat(machine.swaps())
                .filteredOn(swap -> !swap.contains("dom0")) // it takes the newest by itself
                .containsExactly(
                        "DONE web/0 smmuv3 2.0.0: ",
                        "DONE mail/0 smmuv3 2.0.0: ",
                        "DONE web/0 smmuv3 0.1.0: ");
    }

    @Test
    void aNewerVersionIsTakenByItselfAndTheOlderComesBackWhenItGoes() throws Exception {
        Bundle next = install("2.0.0");
        attempted("DONE web/0 smmuv3 2.0.0");
        attempted("DONE mail/0 smmuv3 2.0.0");

        next.uninstall();

        attempted("DONE web/0 smmuv3 0.1.0");
        attempted("DONE mail/0 smmuv3 0.1.0");
        assertThat(machine.domains()).containsExactly("dom0", "mail", "web");
    }

    @Test
    void whoeverAsksForAVersionThatGoesGetsTheBestThereIs() throws Exception {
        machine.swap("web", OLD);
        install("2.0.0");

        felix.bundle(VIOMMU).stop();

        attempted("VACANT web/0");
        attempted("DONE web/0 smmuv3 2.0.0");
    }

    @Test
    void domainsOutliveEveryVersionAndFollowTheNext() throws Exception {
        Object before = machine.identity();
        felix.bundle(VIOMMU).stop();
        attempted("VACANT web/0");
        attempted("REFUSED web/0");
        assertThat(machine.read("web", GUEST_SMMU)).isNotZero();

        for (int i = 1; i <= 10; i++) {
            Bundle update = install("2." + i);
            attempted("DONE web/0 smmuv3 2." + i);
            update.uninstall();
        }

        assertThat(machine.identity()).isSameAs(before);
        assertThat(machine.domains()).contains("web", "mail");
    }
}
