package org.vinculum.hypervisor.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

class DomainRefusalTests {
    private static final long DEVICE = 0x2000_0000;

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(2);

    @Test
    void everyReasonIsFoundBeforeAnythingIsDone() {
        machine.create(guest("a", stream(1, 0, 7)));
        bench.host(1).nests = false;
        bench.installed = false;
        var description =
                new DomainDescription(
                        "a",
                        List.of(
                                AddressRange.of(0x4000_0000, 0x1800),
                                AddressRange.of(0x4000_1000, 0x1000)),
                        false,
                        List.of(
                                window(0x4000_1000, 0x1000, FakeBench.RAM),
                                window(0x5000_0000, 0x1000, 0x1000_1000),
                                window(0x6000_0000, 0x1000, DEVICE),
                                window(0x6100_0000, 0x1000, DEVICE)),
                        Optional.of(AddressRange.of(0x0100_0000, 0x1000)),
                        List.of(FakeBench.viommu(FakeBench.VIOMMU)),
                        List.of(
                                stream(1, 0, 7),
                                stream(1, 1, 7),
                                stream(0x100, 0, 8),
                                stream(2, 0, 0x10000),
                                stream(3, 5, 1)),
                        List.of(PhysicalStream.of("/smmu0", 8)),
                        1,
                        GuestInterrupts.NONE);

        assertThat(reasons(() -> machine.create(description)))
                .containsExactly(
                        "There is a domain a already.",
                        "RAM at guest 0x40000000+0x1800 is not whole pages.",
                        "RAM at guest 0x40001000+0x1000 overlaps RAM at 0x40000000+0x1800.",
                        "The window at guest 0x40001000+0x1000 overlaps RAM at 0x40000000+0x1800.",
                        "The window at guest 0x40001000+0x1000 overlaps RAM at 0x40001000+0x1000.",
                        "Host memory 0x80000000+0x1000 is the machine's own: 0x80000000+0x4000000.",
                        "Host memory 0x10001000+0x1000 is the machine's own: 0x10000000+0x20000.",
                        "Two windows lead to the same host memory: 0x20000000+0x1000 and"
                                + " 0x20000000+0x1000.",
                        "A message frame has 64 KiB, not what is at guest 0x1000000+0x1000.",
                        "No virtual IOMMU fake is installed.",
                        "Stream /smmu0 0x7 belongs to somebody already.",
                        "Virtual stream 0x1 is taken.",
                        "/smmu1 must not nest stage 1 over stage 2.",
                        "Virtual stream 0x100 does not fit in 8 bits.",
                        "There is no stream /smmu0 0x10000.",
                        "There is no SMMU /smmu5.",
                        "Stream /smmu0 0x8 belongs to somebody already.");
        assertThat(machine.domains()).hasSize(1);
    }

    @Test
    void aMessageFrameNeedsTheMachines() {
        var plain = FakeBench.description(1);
        var without =
                bench.start(new org.vinculum.domain.MachineDescription(plain.smmus(), plain.ram()));

        assertThat(reasons(() -> without.create(guest("a"))))
                .containsExactly(
                        "The machine has no message frame for guest 0x1020000+0x10000 to lead to.");
    }

    @Test
    void memoryThatIsNotFreeIsRefusedAndNothingIsLeft() {
        assertThat(reasons(() -> machine.create(ram("a", 0x4000_0000, 65L << 20, false))))
                .containsExactly("No memory is free for 0x40000000+0x4100000 of the guest.");
        assertThat(reasons(() -> machine.create(ram("b", 0x4000_0000, 2 << 20, true))))
                .containsExactly("Memory at 0x40000000+0x200000 is not free.");

        machine.create(ram("c", FakeBench.RAM, 32 << 20, true));
        assertThat(machine.domains()).hasSize(1);
    }

    @Test
    void aVirtualIommuNeedsAnSmmuThatNests() {
        bench.host(0).nests = false;
        bench.host(1).nests = false;

        assertThat(reasons(() -> machine.create(guest("a"))))
                .containsExactly("No SMMU of the machine can stand behind a virtual one.");
        assertThat(bench.host(0).tenants()).isZero();
    }

    @Test
    void anSmmuWithoutStage2HasNoDomains() {
        bench.host(1).identification.put("IDR0", 0x0244_001aL);

        assertThat(reasons(() -> machine.create(guest("a", stream(1, 1, 7)))))
                .containsExactly("/smmu1 has no stage 2.");
        machine.create(guest("b", stream(1, 0, 7)));
    }

    @Test
    void guestsNeedEnoughAddressBits() {
        bench.host(0).identification.put("IDR5", 0x70L);

        assertThat(
                        reasons(() ->
                                machine.create(
                                        new DomainDescription(
                                                "a",
                                                List.of(AddressRange.of(1L << 33, 1 << 20)),
                                                List.of(),
                                                List.of(),
                                                GuestInterrupts.NONE))))
                .isEmpty();
        assertThat(
                        reasons(() ->
                                machine.create(
                                        new DomainDescription(
                                                "b",
                                                List.of(AddressRange.of(1L << 33, 1 << 20)),
                                                false,
                                                List.of(),
                                                Optional.empty(),
                                                List.of(),
                                                List.of(),
                                                List.of(PhysicalStream.of("/smmu0", 7)),
                                                1,
                                                GuestInterrupts.NONE))))
                .containsExactly("The guest's addresses need 34 bits, its SMMUs have 32.");
    }

    @Test
    void vmidsRunOut() {
        bench.hosts.clear();
        var narrow = new org.vinculum.hypervisor.fake.FakeHost("/smmu0");
        narrow.identification.put("IDR0", 0x0240_001bL);
        bench.hosts.put("/smmu0", narrow);
        Machine small = bench.machine(1);
        for (int i = 0; i < 255; i++) {
            small.create(ram("d" + i, 0x4000_0000, 0x1000, false, PhysicalStream.of("/smmu0", i)));
        }

        assertThat(reasons(() -> small.create(guest("a", stream(1, 0, 0x1000)))))
                .containsExactly("All 255 VMIDs of /smmu0 are taken.");
        assertThat(small.domains()).hasSize(255);
    }

    @Test
    void aPluggedStreamIsCheckedAsOneThatWasThereFromTheStart() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        bench.host(1).nests = false;

        assertThat(reasons(() -> guest.attach(stream(1, 0, 8))))
                .containsExactly("Virtual stream 0x1 is taken.");
        assertThat(reasons(() -> guest.attach(stream(0x100, 0, 7))))
                .containsExactly(
                        "Virtual stream 0x100 does not fit in 8 bits.",
                        "Stream /smmu0 0x7 belongs to somebody already.");
        assertThat(reasons(() -> guest.attach(stream(2, 1, 7))))
                .containsExactly("/smmu1 must not nest stage 1 over stage 2.");
        var nowhere =
                new DomainDescription.Stream(
                        1, org.vinculum.memory.StreamId.of(5), PhysicalStream.of("/smmu0", 9));
        assertThat(reasons(() -> guest.attach(nowhere)))
                .containsExactly("There is no virtual IOMMU 1.");
    }

    @Test
    void aPluggedWindowIsCheckedToo() {
        Domain guest = machine.create(guest("a"));
        guest.map(window(0x5000_0000, 0x1000, DEVICE));

        assertThat(reasons(() -> guest.map(window(0x5000_0000, 0x1000, DEVICE + 0x1000))))
                .containsExactly("Something is at guest 0x50000000+0x1000 already.");
        assertThat(reasons(() -> guest.map(window(FakeBench.VIOMMU, 0x1000, DEVICE + 0x1000))))
                .containsExactly("Something is at guest 0x4040000+0x1000 already.");
        assertThat(reasons(() -> guest.map(window(1L << 45, 0x1000, DEVICE + 0x1000))))
                .containsExactly(
                        "Guest 0x200000000000+0x1000 is beyond the guest's 40 address bits.");
        Domain other = machine.create(guest("b"));
        assertThat(reasons(() -> other.map(window(0x5000_0000, 0x1000, DEVICE))))
                .containsExactly(
                        "Host memory 0x20000000+0x1000 is another window's: 0x20000000+0x1000.");
    }

    private static Window window(long guest, long size, long host) {
        return new Window(AddressRange.of(guest, size), new Address(host));
    }

    private static DomainDescription ram(
            String name, long start, long size, boolean inPlace, PhysicalStream... direct) {
        return new DomainDescription(
                name,
                List.of(AddressRange.of(start, size)),
                inPlace,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(direct),
                1,
                GuestInterrupts.NONE);
    }

    private static List<String> reasons(ThrowingCallable call) {
        var refused = catchThrowableOfType(MachineRefusedException.class, call);
        return refused == null ? List.of() : refused.reasons();
    }
}
