package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.RawCommands;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FCdFetch;
import org.vinculum.smmu.spec.event.FSteFetch;
import org.vinculum.smmu.spec.event.FWalkEabt;
import org.vinculum.smmu.spec.event.FaultOrigin;

/// A guest whose tables lead out of its memory: it sees what an SMMU without stage 2 would say, whatever product is below.
class Stage2FaultTests {
    private static final long NOWHERE = 0x7fff_0000L;
    private static final long IOVA = 0x10_0000L;
    private static final long ADDRESS = 0xf_ffff_ffff_f000L;
    private static final int TABLE_POINTER = 3;

    static List<String> models() {
        return List.of(
                "smmuv3-3.0",
                "smmuv3-3.3",
                "mmu-600-r2p0",
                "mmu-700-r1p1",
                "thunderx2",
                "hi161x",
                "qemu-9.2");
    }

    /// A guest on a machine with one SMMU of some model, with a device that it has attached.
    private static final class Attached implements AutoCloseable {
        final TestedMachine machine;
        final TestedGuest guest;
        final AddressSpace space;
        final DmaDevice device;

        Attached(String model) {
            machine = new TestedMachine(model);
            guest = machine.guest("guest1").with(1, 0, 5);
            GuestDriver driver = guest.started();
            space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            space.map(IOVA, guest.pages.demand(1), 4096, Access.READ);
            device = guest.device(0, 5);
            assertThat(device.reaches(IOVA, false)).isTrue();
        }

        long entry() {
            return (guest.hardware.read(0x80, 8) & ADDRESS) + 64;
        }

        long contextDescriptor() {
            return guest.word(entry()) & ADDRESS;
        }

        /// The table that an address goes through at a level.
        long table(int level) {
            long table = guest.word(contextDescriptor() + 8) & ADDRESS;
            for (int above = 0; above < level; above++) {
                table = guest.word(slot(table, above)) & ADDRESS;
            }
            return table;
        }

        static long slot(long table, int level) {
            return table + (IOVA >>> 39 - 9 * level & 511) * 8;
        }

        /// Invalidates everything, as a guest must that has changed its tables.
        void invalidate() {
            RawCommands commands = new RawCommands(machine, guest);
            commands.execute(0x04, 0x1f);
            commands.execute(0x30, 0);
            assertThat(commands.isDone()).isTrue();
        }

        Event onlyEvent() {
            assertThat(device.reaches(IOVA, false)).isFalse();
            guest.serve();
            assertThat(guest.events).hasSize(1);
            Event event = guest.events.getFirst();
            assertThat(event.streamId()).isEqualTo(1);
            return event;
        }

        @Override
        public void close() {
            assertThat(machine.commandErrors()).isZero();
            machine.close();
        }
    }

    private static void onAnSmmu(String model, Consumer<Attached> test) {
        try (Attached attached = new Attached(model)) {
            test.accept(attached);
        }
    }

    private static void isWalkAbort(Event event, long fetched) {
        assertThat(event)
                .isInstanceOfSatisfying(
                        FWalkEabt.class,
                        fault -> {
                            assertThat(fault.abort().fetchAddr() & -4096).isEqualTo(fetched);
                            assertThat(fault.inputAddr()).isEqualTo(IOVA);
                        });
        assertThat(FaultOrigin.S2.isSet(event.encode())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aContextDescriptorOutsideIsAFetchThatFailed(String model) {
        onAnSmmu(
                model,
                there -> {
                    long entry = there.entry();
                    there.guest.put(entry, there.guest.word(entry) & ~ADDRESS | NOWHERE);
                    there.invalidate();

                    assertThat(there.onlyEvent())
                            .isInstanceOfSatisfying(
                                    FCdFetch.class,
                                    fault ->
                                            assertThat(fault.abort().fetchAddr())
                                                    .isEqualTo(NOWHERE));
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFirstTableOutsideIsAWalkThatFailed(String model) {
        onAnSmmu(
                model,
                there -> {
                    there.guest.put(there.contextDescriptor() + 8, NOWHERE);
                    there.invalidate();

                    isWalkAbort(there.onlyEvent(), NOWHERE);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLowerTableOutsideIsAWalkThatFailed(String model) {
        onAnSmmu(
                model,
                there -> {
                    long slot = Attached.slot(there.table(2), 2);
                    there.guest.put(slot, NOWHERE + 0x5000 | TABLE_POINTER);
                    there.invalidate();

                    isWalkAbort(there.onlyEvent(), NOWHERE + 0x5000);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPageOutsideIsAnAbortThatOnlyTheDeviceSees(String model) {
        onAnSmmu(
                model,
                there -> {
                    there.space.map(IOVA + 0x1000, NOWHERE, 4096, Access.READ);

                    assertThat(there.device.reaches(IOVA + 0x1000, false)).isFalse();

                    there.guest.serve();
                    assertThat(there.guest.events).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "thunderx2", "hi161x"})
    void aStreamTableOutsideIsAFetchThatFailed(String model) {
        onAnSmmu(
                model,
                there -> {
                    there.guest.hardware.write(0x20, 4, 0xc);
                    there.machine.settle();
                    there.guest.hardware.write(0x80, 8, NOWHERE & -0x1_0000);
                    there.guest.hardware.write(0x20, 4, 0xd);
                    there.machine.settle();

                    assertThat(there.onlyEvent())
                            .isInstanceOfSatisfying(
                                    FSteFetch.class,
                                    fault ->
                                            assertThat(fault.abort().fetchAddr() & -0x1_0000)
                                                    .isEqualTo(NOWHERE & -0x1_0000));
                });
    }
}
