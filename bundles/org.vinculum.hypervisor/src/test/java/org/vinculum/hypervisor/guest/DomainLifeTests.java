package org.vinculum.hypervisor.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

class DomainLifeTests {
    private static final StreamSetting ABORT = new StreamSetting.Abort();
    private static final StreamSetting BYPASS = new StreamSetting.Bypass();

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(3);

    @Test
    void aVirtualIommuStandsOnTheSmmusOfItsStreams() {
        machine.create(guest("a", stream(1, 2, 7), stream(2, 0, 7)));

        assertThat(paths(0)).containsExactly("/smmu0", "/smmu2");
        assertThat(bench.host(0).setting(7)).isEqualTo(BYPASS);
        assertThat(bench.host(2).setting(7)).isEqualTo(BYPASS);
    }

    @Test
    void withoutStreamsItStandsOnEveryOneThatNests() {
        bench.host(1).nests = false;

        machine.create(guest("a"));

        assertThat(paths(0)).containsExactly("/smmu0", "/smmu2");
    }

    @Test
    void twoVirtualIommusOfOneGuestShareNoVmid() {
        machine.create(
                new DomainDescription(
                        "a",
                        List.of(),
                        List.of(
                                FakeBench.viommu(FakeBench.VIOMMU),
                                FakeBench.viommu(FakeBench.VIOMMU + 0x2_0000)),
                        List.of(
                                stream(1, 0, 7),
                                new DomainDescription.Stream(
                                        1,
                                        org.vinculum.memory.StreamId.of(1),
                                        PhysicalStream.of("/smmu0", 8))),
                        GuestInterrupts.NONE));

        assertThat(bench.host(0).tenants()).isEqualTo(2);
    }

    @Test
    void streamsMayStallWhereTheirVirtualIommuMay() {
        var stalling =
                new VirtualIommuDescription(
                        "fake",
                        AddressRange.of(FakeBench.VIOMMU + 0x2_0000, FakeIommu.FRAME),
                        33,
                        33,
                        0,
                        0,
                        8,
                        true,
                        false,
                        Map.of());
        machine.create(
                new DomainDescription(
                        "a",
                        List.of(),
                        List.of(FakeBench.viommu(FakeBench.VIOMMU), stalling),
                        List.of(
                                stream(1, 0, 7),
                                new DomainDescription.Stream(
                                        1, StreamId.of(1), PhysicalStream.of("/smmu0", 8))),
                        GuestInterrupts.NONE));

        assertThat(bench.host(0).stalling).containsExactly(StreamId.of(8));
    }

    @Test
    void manyStreamsAreSetUpWhenTheDomainIsThere() {
        var streams = new DomainDescription.Stream[100];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = stream(i, i % 3, i);
        }

        machine.create(guest("a", streams));

        for (int i = 0; i < streams.length; i++) {
            assertThat(bench.host(i % 3).setting(i)).isEqualTo(BYPASS);
        }
    }

    @Test
    void aStreamBehindAFurtherSmmuJoins() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        guest.attach(stream(2, 1, 7));

        assertThat(paths(0)).containsExactly("/smmu0", "/smmu1");
        assertThat(bench.host(1).setting(7)).isEqualTo(BYPASS);
        bench.host(1).event(7, org.vinculum.smmu.spec.Words.of(0x10, 0, 5, 0));
        machine.schedule(1);
        assertThat(iommu(0).told).containsExactly("event 0x2 5");
    }

    @Test
    void anSmmuThatLacksWhatWasShownDoesNotJoinAndNothingIsLeft() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        iommu(0).joins = false;

        assertThatThrownBy(() -> guest.attach(stream(2, 1, 7)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("/smmu1 lacks what was shown.");

        assertThat(bench.host(1).tenants()).isZero();
        machine.create(guest("b", stream(1, 1, 7)));
    }

    @Test
    void aStreamThatIsTakenAwayIsFree() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        guest.detach(PhysicalStream.of("/smmu0", 7));

        assertThat(iommu(0).told).containsExactly("detached 0x1");
        guest.attach(stream(4, 0, 7));
        assertThat(bench.host(0).setting(7)).isEqualTo(BYPASS);
        assertThatThrownBy(() -> guest.detach(PhysicalStream.of("/smmu0", 8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatADomainHadIsFreeWhenItIsDestroyed() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7), stream(2, 1, 7)));
        guest.memory().ram(FakeBench.GUEST_RAM).setLong(0, 42);
        long host = guest.mappings().get(1).host();

        guest.destroy();
        guest.destroy();

        assertThat(machine.domains()).isEmpty();
        assertThat(bench.host(0).tenants() + bench.host(1).tenants()).isZero();
        assertThat(bench.host(0).settings).isEmpty();
        assertThat(machine.memory().ram(host).getLong(host - FakeBench.RAM)).isZero();
        assertThat(guest.memory().ram(FakeBench.GUEST_RAM)).isNull();
        write(guest, FakeIommu.COMMANDS, 5);
        assertThat(guest.traffic().getFirst().waiting()).isZero();
        machine.create(guest("a", stream(1, 0, 7), stream(2, 1, 7)));
    }

    @Test
    void whoIsDestroyedInTheMiddleOfItsWorkLeavesNobodyWaiting() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        Domain other = machine.create(guest("b", stream(1, 0, 8)));
        write(guest, FakeIommu.COMMANDS, 1 << 19);
        write(other, FakeIommu.COMMANDS, 1000);

        guest.destroy();
        while (machine.schedule(64)) {
            continue;
        }

        assertThat(other.traffic().getFirst().waiting()).isZero();
    }

    @Test
    void mappingsAreInTheOrderOfGuestAddresses() {
        Domain guest = machine.create(guest("a"));
        guest.map(new Window(AddressRange.of(0x5000_0000, 0x2000), new Address(0x2000_0000)));

        assertThat(guest.mappings())
                .extracting(Mapping::guest)
                .containsExactly(
                        FakeBench.GUEST_MESSAGES,
                        AddressRange.of(FakeBench.GUEST_RAM, 2 << 20),
                        AddressRange.of(0x5000_0000, 0x2000));
        assertThat(guest.mappings()).extracting(Mapping::ram).containsExactly(false, true, false);
        assertThat(guest.mappings().get(0).host()).isEqualTo(FakeBench.MESSAGES.start().value());
        assertThat(guest.mappings().get(2).host()).isEqualTo(0x2000_0000);
    }

    @Test
    void everySmmuForgetsAWindowThatIsTakenAway() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7), stream(2, 1, 7)));
        AddressRange range = AddressRange.of(0x5000_0000, 0x2000);
        guest.map(new Window(range, new Address(0x2000_0000)));

        guest.unmap(range);

        assertThat(bench.host(0).invalidated).containsExactly("1: 50000000+2000");
        assertThat(bench.host(1).invalidated).containsExactly("1: 50000000+2000");
        assertThat(bench.host(2).invalidated).isEmpty();
        assertThatThrownBy(() -> guest.unmap(range)).isInstanceOf(IllegalArgumentException.class);
        guest.map(new Window(range, new Address(0x2000_0000)));
    }

    @Test
    void ramIsNoWindow() {
        Domain guest = machine.create(guest("a"));

        assertThatThrownBy(() -> guest.unmap(AddressRange.of(FakeBench.GUEST_RAM, 2 << 20)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void guestsSeeNothingOfEachOther() {
        Domain one = machine.create(guest("a"));
        Domain other = machine.create(guest("b"));
        one.memory().ram(FakeBench.GUEST_RAM).setLong(0, 42);

        assertThat(other.memory().ram(FakeBench.GUEST_RAM).getLong(0)).isZero();
        assertThat(one.memory().ram(FakeBench.RAM)).isNull();
        assertThat(one.memory().ram(FakeBench.VIOMMU)).isNull();
        assertThatThrownBy(() -> one.read(FakeBench.GUEST_RAM, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ramIsPutTogetherFromWhatIsFree() {
        machine.create(ramInPlace("middle", FakeBench.RAM + (16 << 20), 8 << 20));

        Domain guest =
                machine.create(
                        new DomainDescription(
                                "a",
                                List.of(AddressRange.of(FakeBench.GUEST_RAM, 48 << 20)),
                                List.of(),
                                List.of(),
                                GuestInterrupts.NONE));

        assertThat(guest.mappings().stream().mapToLong(piece -> piece.guest().size()).sum())
                .isEqualTo(48 << 20);
    }

    private static DomainDescription ramInPlace(String name, long start, long size) {
        return new DomainDescription(
                name,
                List.of(AddressRange.of(start, size)),
                true,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(PhysicalStream.of("/smmu0", 99)),
                1,
                GuestInterrupts.NONE);
    }

    @Test
    void directStreamsGoThroughStage2Alone() {
        machine.create(ramInPlace("dom0", FakeBench.RAM, 2 << 20));

        assertThat(bench.host(0).setting(99)).isEqualTo(BYPASS);
        assertThat(bench.viommus).isEmpty();
    }

    @Test
    void aSavedDomainStandsStill() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        write(guest, FakeIommu.COMMANDS, 1000);

        var state = guest.save();
        write(guest, FakeIommu.COMMANDS, 5);
        write(guest, FakeIommu.PASS, 1);
        machine.schedule(1000);

        assertThat(state.domain()).isEqualTo("a");
        assertThat(state.viommus().getFirst().register("WAITING")).isEqualTo(1000 - 64);
        assertThat(guest.traffic().getFirst().waiting()).isEqualTo(1000 - 64);
        assertThat(bench.host(0).setting(7)).isEqualTo(ABORT);
        assertThatThrownBy(() -> guest.attach(stream(2, 0, 8)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("The domain has been saved.");
    }

    @Test
    void eventsThatHappenedBeforeASaveAreInIt() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        bench.host(0).event(7, org.vinculum.smmu.spec.Words.of(0x10, 0, 5, 0));

        guest.save();

        assertThat(iommu(0).told).containsExactly("event 0x1 5");
    }

    @Test
    void anotherDomainGoesOnFromTheState() {
        Domain source = machine.create(guest("a", stream(1, 0, 7)));
        write(source, FakeIommu.COMMANDS, 1000);
        var state = source.save();
        Domain target = machine.create(guest("b", stream(1, 1, 7)));

        target.restore(state);
        while (machine.schedule(64)) {
            continue;
        }

        assertThat(target.traffic().getFirst().commands()).isEqualTo(1000 - 64);
        assertThat(bench.host(1).setting(7)).isEqualTo(BYPASS);
    }

    @Test
    void aDomainComesBackToItsOwnState() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        var state = guest.save();

        guest.restore(state);

        assertThat(bench.host(0).setting(7)).isEqualTo(BYPASS);
        write(guest, FakeIommu.COMMANDS, 5);
        assertThat(guest.traffic().getFirst().commands()).isEqualTo(5);
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        var state = new org.vinculum.domain.DomainState(2, "b", List.of());

        assertThatThrownBy(() -> guest.restore(state))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage(
                        "A state of version 2 is not known here.\n"
                                + "The state is of 0 virtual IOMMUs, the domain has 1.");
    }

    @Test
    void whenTheSecondVirtualIommuRefusesTheFirstIsAsItWas() {
        var twice =
                List.of(
                        FakeBench.viommu(FakeBench.VIOMMU),
                        FakeBench.viommu(FakeBench.VIOMMU + 0x2_0000));
        Domain guest =
                machine.create(
                        new DomainDescription(
                                "a", List.of(), twice, List.of(), GuestInterrupts.NONE));
        write(guest, FakeIommu.COMMANDS, 100);
        var state = guest.save();
        Domain other =
                machine.create(
                        new DomainDescription(
                                "b", List.of(), twice, List.of(), GuestInterrupts.NONE));
        iommu(3).restores = false;

        assertThatThrownBy(() -> other.restore(state)).isInstanceOf(MachineRefusedException.class);

        assertThat(other.traffic().getFirst().waiting()).isZero();
        assertThat(other.traffic().getFirst().commands()).isZero();
        write(other, FakeIommu.COMMANDS, 3);
        assertThat(other.traffic().getFirst().commands()).isEqualTo(3);
    }

    private List<String> paths(int viommu) {
        return iommu(viommu).hosts.stream().map(host -> host.path()).toList();
    }

    private FakeIommu iommu(int index) {
        return bench.viommus.get(index);
    }
}
