package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// With models, their driver and stage 2: who reaches RAM that somebody else has made.
class SharedRamTests {
    private static final long HOST = 0x8_4000_0000L;
    private static final long GUEST = 0x4000_0000L;
    private static final long BYTES = 4 << 20;
    private static final long BLOCK = 2 << 20;

    /// Normal inner and outer write-back cacheable, as the high byte of a memory type (DDI 0487, MAIR).
    private static final int WRITE_BACK = 0xff;

    private final Arena arena = Arena.ofConfined();
    private final Ram shared = new Ram(HOST, arena.allocate(BYTES, 1 << 12));
    private final Outcome outcome = new Outcome();
    private Machine machine = RealBench.machine("smmuv3-3.2", 1, 16 << 20, shared);

    @AfterEach
    void close() {
        machine.close();
        assertThat(arena.scope().isAlive()).isTrue();
        arena.close();
    }

    @Test
    void theMachineFindsIt() {
        shared.setInt(0x1238, 0x77);

        assertThat(machine.memory().ram(HOST + BYTES - 1)).isSameAs(shared);
        assertThat(machine.memory().ram(HOST + BYTES)).isNull();
        assertThat(machine.memory().writeInt(HOST + 0x1240, 0x78)).isTrue();
        assertThat(shared.getInt(0x1240)).isEqualTo(0x78);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.3", "mmu-600-r2p0", "mmu-700-r1p1"})
    void aWindowOntoItIsRamForTheGuestAndItsDevices(String profile) {
        machine.close();
        machine = RealBench.machine(profile, 1, 16 << 20, shared);
        Domain domain = machine.create(domain("a", 5, window(GUEST, BYTES, HOST)));
        DmaPort port = connect(5);
        var word = arena.allocate(ValueLayout.JAVA_LONG);
        word.set(ValueLayout.JAVA_LONG, 0, 0x1234L);

        assertThat(port.transfer(-1, GUEST + BLOCK + 8, Access.WRITE, word, outcome))
                .isEqualTo(HOST + BLOCK + 8);

        assertThat(shared.getLong(BLOCK + 8)).isEqualTo(0x1234L);
        assertThat(domain.memory().ram(GUEST).getLong(BLOCK + 8)).isEqualTo(0x1234L);
        assertThat(outcome.size()).isEqualTo(BLOCK);
        assertThat(outcome.attributes() & 0xff).isEqualTo(WRITE_BACK);
        assertThat(domain.mappings())
                .containsExactly(new Mapping(AddressRange.of(GUEST, BYTES), HOST, false));
    }

    @Test
    void nobodyReachesItWithoutAWindow() {
        machine.create(domain("a", 5, window(GUEST, BLOCK, HOST)));
        Domain other = machine.create(domain("b", 6));
        DmaPort own = connect(5);
        DmaPort foreign = connect(6);

        for (long at = 0; at < BYTES; at += 0x1000) {
            assertThat(foreign.translate(-1, GUEST + at, Access.READ, outcome)).isNegative();
            assertThat(foreign.translate(-1, HOST + at, Access.READ, outcome)).isNegative();
            assertThat(own.translate(-1, HOST + at, Access.READ, outcome)).isNegative();
        }
        assertThat(own.translate(-1, GUEST + BLOCK, Access.READ, outcome)).isNegative();
        assertThat(other.memory().ram(GUEST)).isNull();
        assertThat(other.memory().ram(HOST)).isNull();
    }

    @Test
    void aWindowThatIsTakenAwayIsGoneForTheGuestAndItsDevices() {
        Domain domain = machine.create(domain("a", 5));
        DmaPort port = connect(5);
        AddressRange range = AddressRange.of(GUEST, BLOCK);
        domain.map(new Window(range, new Address(HOST + BLOCK)));
        assertThat(port.translate(-1, GUEST, Access.WRITE, outcome)).isEqualTo(HOST + BLOCK);
        assertThat(domain.memory().ram(GUEST).size()).isEqualTo(BLOCK);

        domain.unmap(range);

        assertThat(port.translate(-1, GUEST, Access.WRITE, outcome)).isNegative();
        assertThat(domain.memory().ram(GUEST)).isNull();
        domain.map(new Window(range, new Address(HOST)));
        assertThat(port.translate(-1, GUEST, Access.WRITE, outcome)).isEqualTo(HOST);
    }

    @Test
    void aDestroyedDomainLeavesItAsItIs() {
        Domain first = machine.create(domain("a", 5, window(GUEST, BYTES, HOST)));
        DmaPort port = connect(5);
        shared.setLong(BYTES - 8, 0x77);

        first.destroy();

        assertThat(port.translate(-1, GUEST, Access.READ, outcome)).isEqualTo(Outcome.ABORT);
        assertThat(first.memory().ram(GUEST)).isNull();
        assertThat(shared.getLong(BYTES - 8)).isEqualTo(0x77);
        Domain next = machine.create(domain("b", 5, window(GUEST, BYTES, HOST)));
        assertThat(next.memory().ram(GUEST).getLong(BYTES - 8)).isEqualTo(0x77);
    }

    @Test
    void itIsNoMemoryForGuestsOrTables() {
        assertThatThrownBy(
                        () -> machine.create(ram("big", AddressRange.of(GUEST, 20 << 20), false)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageStartingWith("No memory is free");
        assertThatThrownBy(() -> machine.create(ram("dom0", AddressRange.of(HOST, BLOCK), true)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("Memory at 0x840000000+0x200000 is not free.");
    }

    @Test
    void windowsThatLieThereInPartAreRefused() {
        assertThatThrownBy(
                        () -> machine.create(domain("a", 5, window(GUEST, BYTES, HOST - 0x1000))))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage(
                        "Host memory 0x83ffff000+0x400000 is shared only in part:"
                                + " 0x840000000+0x400000.");
        Domain domain = machine.create(domain("a", 5));
        assertThatThrownBy(() -> domain.map(window(GUEST, BYTES, HOST + 0x1000)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("only in part");
        assertThat(domain.mappings()).isEmpty();
    }

    @Test
    void twoWindowsOntoTheSameBytesAreRefused() {
        assertThatThrownBy(() ->
                        machine.create(
                                domain(
                                        "a",
                                        5,
                                        window(GUEST, BLOCK, HOST),
                                        window(2 * GUEST, BLOCK, HOST + 0x1000))))
                .hasMessageStartingWith("Two windows lead to the same host memory");
        machine.create(domain("a", 5, window(GUEST, BLOCK, HOST)));
        assertThatThrownBy(() -> machine.create(domain("b", 6, window(GUEST, BLOCK, HOST))))
                .hasMessage(
                        "Host memory 0x840000000+0x200000 is another window's:"
                                + " 0x840000000+0x200000.");
        machine.create(domain("b", 6, window(GUEST, BLOCK, HOST + BLOCK)));
    }

    @Test
    void itMustNotOverlapAnythingElse() {
        Ram onRam = new Ram(RealBench.RAM + 0x1000, arena.allocate(0x1000, 1 << 12));
        Ram onFrame = new Ram(0x1001_f000L, arena.allocate(0x1000, 1 << 12));
        Ram again = new Ram(HOST + 0x1000, arena.allocate(0x1000, 1 << 12));

        assertThatThrownBy(() ->
                        RealBench.machine("smmuv3-3.2", 1, 16 << 20, onRam, onFrame, shared, again))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage(
                        """
                        RAM at 0x80000000+0x1000000 and shared RAM at 0x80001000+0x1000 overlap.
                        /smmu0 at 0x10000000+0x20000 and shared RAM at 0x1001f000+0x1000 overlap.
                        Shared RAM at 0x840000000+0x400000 and shared RAM at 0x840001000+0x1000\
                         overlap.\
                        """);
    }

    private DmaPort connect(int psid) {
        return machine.connect(PhysicalStream.of("/smmu0", psid), Device.SIMPLE);
    }

    private static Window window(long guest, long size, long host) {
        return new Window(AddressRange.of(guest, size), new Address(host));
    }

    private static DomainDescription domain(String name, int psid, Window... windows) {
        return new DomainDescription(
                name,
                List.of(),
                false,
                List.of(windows),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(PhysicalStream.of("/smmu0", psid)),
                1,
                GuestInterrupts.NONE);
    }

    private static DomainDescription ram(String name, AddressRange ram, boolean inPlace) {
        return new DomainDescription(
                name,
                List.of(ram),
                inPlace,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                1,
                GuestInterrupts.NONE);
    }
}
