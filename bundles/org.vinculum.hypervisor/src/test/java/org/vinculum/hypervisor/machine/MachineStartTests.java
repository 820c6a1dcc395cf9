package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeHost;
import org.vinculum.memory.AddressRange;

class MachineStartTests {
    private final FakeBench bench = new FakeBench();

    @Test
    void everySmmuIsThereInTheDescriptionsOrder() {
        Machine machine = bench.machine(3);

        assertThat(machine.hostTraffic())
                .extracting(HostTraffic::path)
                .containsExactly("/smmu0", "/smmu1", "/smmu2");
        assertThat(machine.domains()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        bench.policy = Optional.empty();
        var description =
                new MachineDescription(
                        List.of(
                                FakeBench.smmu("/a", 0x1000_0000),
                                FakeBench.smmu("/a", 0x1001_0000),
                                new MachineDescription.Smmu(
                                        "/b",
                                        AddressRange.of(0x2000_0000, 0x2_0000),
                                        "mmu-9000",
                                        java.util.Map.of())),
                        List.of(AddressRange.of(0x2000_0000, 0x10_0000)),
                        Optional.of(AddressRange.of(0x2001_0000, 0x1000)),
                        64,
                        "lottery");

        assertThat(refusal(description))
                .containsExactly(
                        "There are two SMMUs /a.",
                        "/a at 0x10000000+0x20000 and /a at 0x10010000+0x20000 overlap.",
                        "No model mmu-9000 is installed, for /b.",
                        "RAM at 0x20000000+0x100000 is not whole pieces of 2 MiB.",
                        "/b at 0x20000000+0x20000 and RAM at 0x20000000+0x100000 overlap.",
                        "The message frame at 0x20010000+0x1000 is not 64 KiB.",
                        "/b at 0x20000000+0x20000 and the message frame at 0x20010000+0x1000"
                                + " overlap.",
                        "RAM at 0x20000000+0x100000 and the message frame at 0x20010000+0x1000"
                                + " overlap.",
                        "No policy lottery is installed.");
    }

    @Test
    void allSmmusThatDoNotComeUpAreNamed() {
        for (int i = 0; i < 2; i++) {
            var host = new FakeHost("/smmu" + i);
            host.starts = false;
            bench.hosts.put(host.path, host);
        }

        assertThat(refusal(FakeBench.description(3)))
                .containsExactly("/smmu0 does not come up.", "/smmu1 does not come up.");
    }

    @Test
    void aDeviceHasToStandBeforeAStreamThatIsThere() {
        Machine machine = bench.machine(1);

        assertThatThrownBy(() -> machine.connect(PhysicalStream.of("/smmu1", 1), Device.SIMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/smmu1 0x1");
        assertThatThrownBy(
                        () -> machine.connect(PhysicalStream.of("/smmu0", 1 << 20), Device.SIMPLE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedMachineDoesNothing() {
        Machine machine = bench.machine(1);
        machine.create(FakeBench.guest("a"));

        machine.close();
        machine.close();

        assertThat(machine.domains()).isEmpty();
        assertThat(machine.schedule(1)).isFalse();
        assertThatThrownBy(() -> machine.create(FakeBench.guest("b")))
                .isInstanceOf(MachineRefusedException.class);
    }

    private List<String> refusal(MachineDescription description) {
        return catchThrowableOfType(MachineRefusedException.class, () -> bench.start(description))
                .reasons();
    }
}
