package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.profile.Profiles;

class ProbeTests {
    static List<String> profiles() {
        return Profiles.all().stream().map(SmmuProfile::name).toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileComesUp(String profile) {
        BareMachine machine = BareMachine.of(profile);
        GuestDriver driver = machine.start(BareMachine.options(BareMachine.profile(profile)));

        boolean pri = driver.features().pageRequests();
        boolean ats = driver.features().ats();
        assertThat(machine.read(0x24, 4)).isEqualTo(0xd | (pri ? 2 : 0) | (ats ? 16 : 0));
        assertThat(machine.read(0x54, 4)).isEqualTo(5 | (pri ? 2 : 0));
        assertThat(machine.read(0x98, 4)).isEqualTo(machine.read(0x9c, 4)).isNotZero();
        assertThat(machine.read(0x28, 4)).isEqualTo(0xd75);
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(driver.counts().commandErrors()).isZero();
    }

    @Test
    void theFirstCommandsAreThoseOfALinuxReset() {
        BareMachine machine = BareMachine.of("smmuv3-3.0");
        machine.start(BareMachine.options(BareMachine.profile("smmuv3-3.0")).withoutCoherence());

        long queue = machine.read(0x90, 8) & 0xf_ffff_ffff_ffe0L;
        long at = queue - BareMachine.RAM;
        var ram = machine.ram(queue);
        assertThat(machine.read(0x90, 8)).isEqualTo(queue | 1L << 62 | 8);
        assertThat(List.of(ram.getLong(at), ram.getLong(at + 8))).containsExactly(0x4L, 31L);
        assertThat(List.of(ram.getLong(at + 16), ram.getLong(at + 24)))
                .containsExactly(0x0fc0_2046L, 0L);
        assertThat(ram.getLong(at + 32)).isEqualTo(0x20);
        assertThat(ram.getLong(at + 64)).isEqualTo(0x30);
        assertThat(machine.read(0x98, 4)).isEqualTo(6);
    }

    @Test
    void aCoherentSmmuWithMessagesWritesOverItsSyncs() {
        BareMachine machine = BareMachine.of("smmuv3-3.0");
        machine.start(DriverOptions.ordinary());

        long queue = machine.read(0x90, 8) & 0xf_ffff_ffff_ffe0L;
        var ram = machine.ram(queue);
        long sync = queue - BareMachine.RAM + 16;
        assertThat(ram.getInt(sync)).isZero();
        assertThat(ram.getLong(sync + 8)).isEqualTo(queue + 16);
    }

    @Test
    void theStreamTableHasTwoLevelsWithASplitOfEight() {
        BareMachine machine = BareMachine.of("mmu-600-r2p0");
        machine.start(DriverOptions.ordinary());

        assertThat(machine.read(0x88, 4)).isEqualTo(1 << 16 | 8 << 6 | 24);
    }

    @Test
    void fewStreamsAreKeptInALinearTable() {
        long idr1 = BareMachine.of("mmu-600-r2p0").read(0x4, 4);
        BareMachine machine = BareMachine.of("mmu-600-r2p0", Map.of("IDR1", idr1 & ~0x3fL | 8));
        machine.start(DriverOptions.ordinary());

        assertThat(machine.read(0x88, 4)).isEqualTo(8);
    }

    @Test
    void messagesAreAskedForInTheOrderOfLinux() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        machine.start(BareMachine.options(BareMachine.profile("smmuv3-3.2")));

        assertThat(machine.read(0xb8, 4)).isEqualTo(100);
        assertThat(machine.read(0x70, 4)).isEqualTo(101);
        assertThat(machine.read(0xd8, 4)).isEqualTo(102);
        assertThat(machine.read(0xb0, 8)).isEqualTo(BareMachine.DOORBELL);
        assertThat(machine.read(0xbc, 4)).isEqualTo(1);
    }

    /// What is changed in IDR0, IDR1 and IDR5 of an SMMU that would be taken.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0:0x600000:0x600000",
                "0:0x600000:0x200000",
                "0:0x3:0",
                "0:0x3:1",
                "0:0xc:0",
                "0:0xc:0x4",
                "4:0x40000000:0x40000000",
                "4:0x20000000:0x20000000",
                "4:0x10000000:0x10000000",
                "4:0x3e00000:0xc00000",
                "14:0x10:0"
            })
    void anSmmuThatLinuxDoesNotTakeIsRefused(String change) {
        String[] parts = change.split(":");
        long at = Long.parseLong(parts[0], 16);
        long mask = Long.decode(parts[1]);
        long value = Long.decode(parts[2]);
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestHardware odd = new OddHardware(machine, at, mask, value);

        assertThatThrownBy(() ->
                        new GuestDriver(odd, machine.pages, DriverOptions.ordinary(), machine))
                .isInstanceOf(DriverRefusedException.class);
        assertThat(machine.read(0x20, 4)).isZero();
    }

    @Test
    void anSmmuThatWasLeftOnIsStartedAnew() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        machine.start(DriverOptions.ordinary());
        machine.start(DriverOptions.ordinary());

        assertThat(machine.read(0x44, 4) >>> 20 & 1).isEqualTo(1);
        assertThat(machine.read(0x24, 4)).isEqualTo(0x1f);
    }

    @Test
    void anSmmuThatDoesNotWorkIsGivenUp() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        machine.stop();
        GuestDriver driver = machine.start(DriverOptions.ordinary().withPatience(100));

        assertThat(driver.counts().timeouts()).isEqualTo(3);
    }
}
