package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRecord.Outcome;

/// Models follow who comes and goes, while guests notice nothing.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ComingAndGoingTests {
    private static final String SMMU = "/smmu0";
    private static final String MODEL = "smmuv3-3.1";
    private static final String OTHER = "smmuv3-3.2";
    private static final long LONG = 60_000;
    private static final int UPDATES = Integer.getInteger("vinculum.machines.updates", 30);
    private static final long IOVA = 0x10_0000L;

    private static Traffic traffic(TestedMachine machine) {
        return Traffic.patient(machine, machine.guest("guest1").with(1, 0, 5), 0, 5);
    }

    private static ModelInPlace model(TestedMachine machine) {
        return machine.machine.models().getFirst();
    }

    private static SwapRecord last(TestedMachine machine) {
        return machine.machine.swaps().getLast();
    }

    private static List<Outcome> outcomes(TestedMachine machine) {
        return machine.machine.swaps().stream().map(SwapRecord::outcome).toList();
    }

    private static long vacancies(TestedMachine machine) {
        return outcomes(machine).stream().filter(Outcome.VACANT::equals).count();
    }

    private static void until(BooleanSupplier itIsSo) {
        while (!itIsSo.getAsBoolean()) {
            Thread.yield();
        }
    }

    @Test
    void aBetterOneTakesOverByItself() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL);
        try (TestedMachine machine = shelf.machine(MODEL, Map.of())) {
            Traffic traffic = traffic(machine);
            assertThat(model(machine))
                    .isEqualTo(new ModelInPlace(SMMU, MODEL, MODEL, "1.0", false, 0));

            shelf.add(Pool.model(OTHER), "2.0");
            shelf.add(Pool.model(MODEL), "2.0");

            until(() -> model(machine).swaps() == 1);
            assertThat(model(machine))
                    .isEqualTo(new ModelInPlace(SMMU, MODEL, MODEL, "2.0", false, 1));
            traffic.goesOn(5);
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void anotherOfTheSameChoiceTakesOverWhenOneGoes() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL, OTHER).patient(LONG);
        try (TestedMachine machine = shelf.machine(Shelf.ANY, Pool.common(List.of(MODEL, OTHER)))) {
            Traffic traffic = traffic(machine);
            assertThat(model(machine).model()).isEqualTo(OTHER);

            machine.machine.swap(SMMU, MODEL);
            machine.machine.swap(SMMU, Shelf.ANY);
            IommuModelFactory better = shelf.add(Pool.model(OTHER), "2.0");
            until(() -> model(machine).version().equals("2.0"));
            shelf.remove(better);

            until(() -> !model(machine).vacant());
            assertThat(model(machine).version()).isEqualTo("1.0");
            traffic.goesOn(5);
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void anUpdateFindsThePlaceAsItWasLeft() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL).patient(LONG);
        try (TestedMachine machine = shelf.machine(MODEL, Map.of())) {
            Traffic traffic = traffic(machine);
            traffic.goesOn(5);
            for (int i = 1; i <= UPDATES; i++) {
                int swapped = i;
                shelf.remove(shelf.get(MODEL));
                assertThat(model(machine).vacant()).isTrue();
                while (machine.machine.schedule(64)) {
                    Thread.onSpinWait(); // until it has nothing to do, though its SMMU stands still
                }
                until(() -> vacancies(machine) == swapped);

                shelf.add(Pool.model(MODEL), i + 1 + ".0");

                until(() -> model(machine).swaps() == swapped);
                assertThat(model(machine).version()).isEqualTo(i + 1 + ".0");
                traffic.goesOn(5);
            }
            traffic.endsWithNothingLost();
            assertThat(machine.commandErrors()).isZero();
            assertThat(machine.machine.hostTraffic().getFirst().syncTimeouts()).isZero();
        }
    }

    @Test
    void afterAWhileAnyOneTakesOver() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL, OTHER).patient(100);
        try (TestedMachine machine = shelf.machine(MODEL, Map.of())) {
            Traffic traffic = traffic(machine);

            shelf.remove(shelf.get(MODEL));

            until(() -> model(machine).swaps() == 1);
            assertThat(model(machine))
                    .isEqualTo(new ModelInPlace(SMMU, MODEL, OTHER, "1.0", false, 1));
            traffic.goesOn(5);
            shelf.add(Pool.model(MODEL), "2.0");
            until(() -> model(machine).model().equals(MODEL));
            traffic.goesOn(5);
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void whereNobodyIsTheOldOneGoesOn() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL).patient(100);
        try (TestedMachine machine = shelf.machine(MODEL, Map.of())) {
            Traffic traffic = traffic(machine);

            shelf.remove(shelf.get(MODEL));

            until(() -> outcomes(machine).contains(Outcome.REFUSED));
            assertThat(last(machine).reason())
                    .isEqualTo("Nobody can take over from smmuv3-3.1 1.0, which goes on.");
            assertThat(last(machine).pauseNanos()).isGreaterThan(100_000_000);
            assertThat(model(machine).vacant()).isFalse();
            traffic.goesOn(5);
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void everybodyWaitsForAVacantPlaceAndThenGoesOn() throws Exception {
        Shelf shelf = Shelf.with(MODEL).patient(LONG);
        try (TestedMachine machine = shelf.machine(MODEL, Map.of())) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5);
            GuestDriver driver = guest.started();
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            space.map(IOVA, guest.pages.demand(1), 4096, Access.READ | Access.WRITE);
            DmaDevice device = guest.device(0, 5);
            shelf.remove(shelf.get(MODEL));
            var reached = new CompletableFuture<Boolean>();
            Thread dma =
                    Thread.ofPlatform().start(() -> reached.complete(device.reaches(IOVA, true)));
            Thread toolstack =
                    Thread.ofPlatform().start(machine.guest("guest2").with(1, 0, 6)::created);
            until(() -> dma.getState() == Thread.State.WAITING);
            until(() -> toolstack.getState() == Thread.State.WAITING);
            dma.interrupt();
            assertThat(reached).isNotDone();

            shelf.add(Pool.model(MODEL), "2.0");

            assertThat(reached.get()).isTrue();
            toolstack.join();
            assertThat(machine.machine.domain("guest2")).isPresent();
        }
    }

    @Test
    void aMachineIsClosedInTheMiddle() throws InterruptedException {
        Shelf shelf = Shelf.with(MODEL).patient(LONG);
        TestedMachine machine = shelf.machine(MODEL, Map.of());
        machine.guest("guest1").with(1, 0, 5).created();
        Thread toolstack;
        shelf.remove(shelf.get(MODEL));
        toolstack = Thread.ofPlatform().start(machine.machine.domains().getFirst()::destroy);
        until(() -> toolstack.getState() == Thread.State.WAITING);

        machine.close();

        toolstack.join();
        assertThat(shelf.watchers()).isZero();
        assertThat(machine.machine.domains()).isEmpty();
    }
}
