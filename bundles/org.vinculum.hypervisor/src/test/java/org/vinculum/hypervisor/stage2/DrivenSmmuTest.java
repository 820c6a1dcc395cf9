package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.host.HostInterrupts;
import org.vinculum.hypervisor.host.SmmuDriver;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

class DrivenSmmuTest {
    private static final long GIB = 1L << 30;
    private static final long PAGE = 0x1000;

    private final TestedMachine machine = new TestedMachine(64 << 20);

    @AfterEach
    void close() {
        machine.close();
    }

    private HostDriver driver(String profile) {
        var interrupts = new HostInterrupts();
        var surroundings = new IommuSurroundings(machine.memory, interrupts, Endpoints.NONE);
        var model = WalkingSmmu.factory(profile).create(surroundings, Map.of());
        HostDriver driver =
                new SmmuDriver(
                        "/smmu", model, machine.memory, machine.memory::allocate, interrupts);
        driver.start();
        return driver;
    }

    /// A stream that stage 2 alone translates.
    private static void give(HostDriver driver, int stream, Stage2Table table, int vmid) {
        HostSmmu domain = driver.admit(table.named(vmid));
        driver.assign(new StreamId(stream), domain, false);
        domain.configure(new StreamId(stream), new StreamSetting.Bypass());
    }

    private static long read(HostDriver driver, int stream, long ipa) {
        return driver.translate(stream, -1, ipa, Access.READ, new Outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.2", "mmu-600-r2p0", "mmu-700-r1p1"})
    void twoDomainsReachWhatIsTheirsAndNothingAfterItIsGone(String profile) {
        HostDriver driver = driver(profile);
        var hosts = Stage2Capabilities.of(List.of(Stage2Hardware.of(driver)));
        try (var one = new Stage2Table(machine.memory, 40, hosts, forget(driver, 1));
                var other = new Stage2Table(machine.memory, 32, hosts, forget(driver, 2))) {
            one.map(GIB, 8 * GIB, 2 * GIB, true);
            other.map(GIB, 16 * GIB, GIB, true);
            give(driver, 5, one, 1);
            give(driver, 6, other, 2);
            assertThat(read(driver, 5, GIB + 0x123)).isEqualTo(8 * GIB + 0x123);
            assertThat(read(driver, 6, GIB + 0x123)).isEqualTo(16 * GIB + 0x123);
            assertThat(read(driver, 6, 2 * GIB)).isEqualTo(Outcome.ABORT);

            one.unmap(GIB, PAGE);
            driver.invalidateStage2(1, GIB, PAGE);
            one.clean();

            assertThat(read(driver, 5, GIB + 0x123)).isEqualTo(Outcome.ABORT);
            assertThat(read(driver, 5, GIB + PAGE)).isEqualTo(8 * GIB + PAGE);
            assertThat(read(driver, 6, GIB + 0x123)).isEqualTo(16 * GIB + 0x123);
            driver.release(new StreamId(5), new NoRecords());
            driver.release(new StreamId(6), new NoRecords());
            driver.forget(1);
            driver.forget(2);
        }
    }

    private static Invalidation forget(HostDriver driver, int vmid) {
        return (ipa, size) -> driver.invalidateStage2(vmid, ipa, size);
    }
}
