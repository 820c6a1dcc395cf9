package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.StreamSetting;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.hypervisor.machine.event.EventRouter;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.Words;

class EventRoutingTests {
    /// F_TRANSLATION of a stalled transaction: bit 95.
    private static final long STALLED = 1L << 31;

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(2);

    @Test
    void equalStreamsBehindTwoSmmusAreTwoStreams() {
        machine.create(guest("a", stream(1, 0, 7)));
        machine.create(guest("b", stream(2, 1, 7)));

        bench.host(0).event(7, fault(0xa));
        bench.host(1).event(7, fault(0xb));
        bench.host(1).pageRequest(7, Words.of(0, 0));
        machine.schedule(1);

        assertThat(iommu(0).told).containsExactly("event 0x1 a");
        assertThat(iommu(1).told).containsExactly("event 0x2 b", "request 0x2");
    }

    @Test
    void recordsOfNobodysStreamsAreCounted() {
        bench.host(0).event(7, fault(0xa));
        machine.schedule(1);

        assertThat(machine.hostTraffic().getFirst().eventsUnclaimed()).isEqualTo(1);
    }

    @Test
    void anOverflowIsToldToEveryDomainOnThatSmmuAndToNoOther() {
        machine.create(guest("a", stream(1, 0, 7), stream(2, 0, 8)));
        machine.create(guest("b", stream(1, 0, 9), stream(2, 1, 9)));
        machine.create(guest("c", stream(1, 1, 7)));

        bench.host(0).overflow();
        machine.schedule(1);

        assertThat(iommu(0).overflows).isEqualTo(1);
        assertThat(iommu(1).overflows).isEqualTo(1);
        assertThat(iommu(2).overflows).isZero();
    }

    @Test
    void aDomainGetsItsAllowanceInARoundAndIsToldThatTheRestIsLost() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        events(7, EventRouter.ALLOWANCE + 3);
        machine.schedule(1);

        assertThat(iommu(0).told).hasSize(EventRouter.ALLOWANCE);
        assertThat(iommu(0).overflows).isEqualTo(3);
        assertThat(guest.traffic().getFirst().eventsDropped()).isEqualTo(3);
    }

    @Test
    void aStormOfOneDomainTakesNothingFromAnother() {
        machine.create(guest("a", stream(1, 0, 7)));
        machine.create(guest("b", stream(1, 0, 8)));

        events(7, 5 * EventRouter.ALLOWANCE);
        events(8, EventRouter.ALLOWANCE);
        machine.schedule(1);

        assertThat(iommu(1).told).hasSize(EventRouter.ALLOWANCE);
        assertThat(iommu(1).overflows).isZero();
    }

    @Test
    void theNextRoundBringsANewAllowance() {
        machine.create(guest("a", stream(1, 0, 7)));
        for (int i = 0; i < 3; i++) {
            events(7, EventRouter.ALLOWANCE);
            machine.schedule(1);
        }

        assertThat(iommu(0).told).hasSize(3 * EventRouter.ALLOWANCE);
    }

    @Test
    void stalledTransactionsAreNeverDropped() {
        machine.create(guest("a", stream(1, 0, 7)));

        for (int i = 0; i < 4 * EventRouter.ALLOWANCE; i++) {
            bench.host(0).event(7, Words.of(0x10, STALLED, i, 0));
        }
        machine.schedule(1);

        assertThat(iommu(0).told).hasSize(4 * EventRouter.ALLOWANCE);
        assertThat(iommu(0).overflows).isZero();
    }

    @Test
    void theBitOfAStallMeansNothingInOtherRecords() {
        machine.create(guest("a", stream(1, 0, 7)));

        for (int i = 0; i < 2 * EventRouter.ALLOWANCE; i++) {
            bench.host(0).event(7, Words.of(0x09, STALLED, i, 0));
        }
        machine.schedule(1);

        assertThat(iommu(0).told).hasSize(EventRouter.ALLOWANCE);
    }

    @Test
    void aStreamThatStormsOnIsSilencedUntilItsGuestChangesItsSetting() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7), stream(2, 0, 8)));

        storm();
        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Abort());
        assertThat(bench.host(0).setting(8)).isEqualTo(new StreamSetting.Bypass());

        write(guest, FakeIommu.PASS, 0);
        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Bypass());
    }

    @Test
    void aStormingStreamWithoutVirtualIommuIsSilencedUntilItsDomainsMapChanges() {
        Domain direct =
                machine.create(
                        new DomainDescription(
                                "dom0",
                                List.of(),
                                false,
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(PhysicalStream.of("/smmu0", 7)),
                                1,
                                GuestInterrupts.NONE));
        storm();
        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Abort());

        var range = AddressRange.of(0x5000_0000, 0x1000);
        direct.map(new Window(range, new Address(0x2000_0000)));
        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Bypass());
    }

    @Test
    void whatWasDroppedIsForgivenWhenTheQueueHasBeenEmptied() {
        machine.create(guest("a", stream(1, 0, 7)));
        for (int i = 0; i < 8; i++) {
            events(7, EventRouter.ALLOWANCE + EventRouter.STORM / 3);
            machine.schedule(1);
        }

        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Bypass());
    }

    @Test
    void aStreamThatNeverLetsTheQueueGetEmptyIsSilenced() {
        machine.create(guest("a", stream(1, 0, 7)));
        events(7, 100);
        for (int i = 0; i < 4; i++) {
            events(7, 520);
            machine.schedule(64);
        }

        assertThat(bench.host(0).setting(7)).isEqualTo(new StreamSetting.Abort());
    }

    @Test
    void theLastRecordsOfAStreamGoToItsOldOwner() {
        Domain old = machine.create(guest("a", stream(1, 0, 7)));
        machine.create(guest("b", stream(1, 0, 8)));
        bench.host(0).event(8, fault(0xb));
        bench.host(0).event(7, fault(0xa));

        old.detach(PhysicalStream.of("/smmu0", 7));
        machine.create(guest("c", stream(5, 0, 7)));
        machine.schedule(1);

        assertThat(iommu(0).told).containsExactly("event 0x1 a", "detached 0x1");
        assertThat(iommu(1).told).containsExactly("event 0x1 b");
        assertThat(iommu(2).told).isEmpty();
    }

    /// More than is borne, however many rounds it takes to fetch it.
    private void storm() {
        events(7, 2 * EventRouter.STORM);
        while (machine.schedule(64)) {
            continue;
        }
    }

    private void events(int psid, int count) {
        for (int i = 0; i < count; i++) {
            bench.host(0).event(psid, fault(i));
        }
    }

    /// F_TRANSLATION of a transaction that ended.
    private static Words fault(long address) {
        return Words.of(0x10, 0, address, 0);
    }

    private FakeIommu iommu(int index) {
        return bench.viommus.get(index);
    }
}
