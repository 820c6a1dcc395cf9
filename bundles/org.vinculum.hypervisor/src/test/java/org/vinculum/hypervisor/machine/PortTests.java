package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.Outcome;

class PortTests implements GuestInterrupts {
    /// GITS_TRANSLATER.
    private static final long DOORBELL = FakeBench.MESSAGES.start().value() + 0x40;

    private final List<String> interrupts = new ArrayList<>();
    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(2);
    private final DmaPort port = connect(7, Device.SIMPLE);

    @Test
    void translationsAndHitsAreCountedForTheirSmmu() {
        Outcome outcome = new Outcome();
        port.translate(-1, 0x1000, Access.READ, outcome);
        port.translate(-1, 0x1001, Access.READ, outcome);
        connect(8, Device.SIMPLE).translate(-1, 0x2000, Access.READ, outcome);
        port.disconnect();

        assertThat(machine.hostTraffic().get(0).translations()).isEqualTo(3);
        assertThat(machine.hostTraffic().get(0).translationHits()).isEqualTo(2);
        assertThat(machine.hostTraffic().get(1).translations()).isZero();
    }

    @Test
    void aDevicesMessageGoesToTheDomainThatHasItsStream() {
        machine.create(guest("a", this, stream(3, 0, 7)));

        assertThat(port.writeInt(DOORBELL, 21)).isTrue();

        assertThat(interrupts).containsExactly("message 10003: 21");
    }

    @Test
    void aMessageOfNobodysStreamIsSwallowed() {
        machine.create(guest("a", this, stream(3, 1, 7)));

        assertThat(port.writeInt(DOORBELL, 21)).isTrue();

        assertThat(interrupts).isEmpty();
    }

    @Test
    void theRestOfTheFrameAnswersAndDoesNothing() {
        machine.create(guest("a", this, stream(3, 0, 7)));

        assertThat(port.writeInt(DOORBELL + 4, 21)).isTrue();

        assertThat(interrupts).isEmpty();
    }

    @Test
    void otherWritesGoToMemory() {
        assertThat(port.writeInt(FakeBench.RAM + 8, 21)).isTrue();
        assertThat(port.writeInt(0x100, 21)).isFalse();

        assertThat(machine.memory().ram(FakeBench.RAM).getInt(8)).isEqualTo(21);
    }

    @Test
    void theVirtualIommusOwnMessagesAndLinesReachItsGuest() {
        Domain guest = machine.create(guest("a", this, stream(3, 0, 7)));
        long doorbell = FakeBench.GUEST_MESSAGES.start().value() + 0x40;
        var surroundings = bench.viommus.getFirst().surroundings;

        surroundings.memory().writeInt(doorbell, 5);
        surroundings.interrupts().raise(Line.EVENTQ);
        surroundings.interrupts().raise(Line.GERROR);
        assertThat(guest.memory().writeInt(doorbell, 6)).isTrue();

        assertThat(interrupts).containsExactly("message ffff: 5", "line 33", "line 34");
    }

    @Test
    void aPortThatIsTakenAwayIsOfNoUse() {
        port.disconnect();
        port.disconnect();

        assertThat(port.translate(-1, 0x1000, Access.READ, new Outcome())).isEqualTo(Outcome.ABORT);
        assertThat(port.writeInt(FakeBench.RAM, 1)).isFalse();
    }

    @Test
    void allDevicesOfAStreamHearTheSmmuAndAllHaveToAnswer() {
        List<String> heard = new ArrayList<>();
        var deaf = connect(7, device("deaf", false, heard));
        connect(7, device("good", true, heard));
        var front = bench.devices.get("/smmu0");

        assertThat(front.invalidate(7, -1, 0, 0, true)).isFalse();
        deaf.disconnect();
        assertThat(front.invalidate(7, -1, 0, 0, true)).isTrue();
        front.respond(7, -1, 2, Response.SUCCESS);
        front.release(7, 3, Release.RETRY);
        assertThat(front.invalidate(8, -1, 0, 0, true)).isTrue();

        assertThat(heard).containsExactly("deaf", "good", "good", "good group 2", "good stag 3");
    }

    private DmaPort connect(int psid, Device device) {
        return machine.connect(PhysicalStream.of("/smmu0", psid), device);
    }

    private static Device device(String name, boolean answers, List<String> heard) {
        return new Device() {
            @Override
            public boolean invalidate(int substreamId, long address, long size, boolean global) {
                heard.add(name);
                return answers;
            }

            @Override
            public void respond(int substreamId, int group, Response response) {
                heard.add(name + " group " + group);
            }

            @Override
            public void release(int stag, Release release) {
                heard.add(name + " stag " + stag);
            }
        };
    }

    @Override
    public void raise(int intid) {
        interrupts.add("line " + intid);
    }

    @Override
    public void message(long deviceId, int event) {
        interrupts.add("message %x: %d".formatted(deviceId, event));
    }
}
