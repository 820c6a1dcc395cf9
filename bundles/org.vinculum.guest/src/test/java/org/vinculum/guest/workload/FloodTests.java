package org.vinculum.guest.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.raw.BareMachine;

class FloodTests {
    private static final Map<String, Function<BareMachine, Workload>> FLOODS =
            new TreeMap<>(
                    Map.of(
                            "invalidations",
                            m -> CommandFlood.invalidations(m, m.pages, 8, 100, 1),
                            "syncs",
                            m -> CommandFlood.syncs(m, m.pages, 8, 100),
                            "configurations",
                            m -> CommandFlood.configurations(m, m.pages, 8, 100),
                            "illegal",
                            m -> CommandFlood.illegal(m, m.pages, 8, 10),
                            "producer",
                            m -> new ProducerFlood(m, m.pages, 8, 1),
                            "registers",
                            m -> new RegisterFlood(m, 1)));

    private final BareMachine machine = BareMachine.of("smmuv3-3.2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalidations",
                "syncs",
                "configurations",
                "illegal",
                "producer",
                "registers"
            })
    void afterAFloodAndItsErrorsADriverStartsAnew(String name) {
        machine.start(DriverOptions.ordinary());
        Workload flood = FLOODS.get(name).apply(machine);
        for (int i = 0; i < 300; i++) {
            flood.step();
            machine.pause();
        }
        for (int i = 0; i < 100; i++) {
            machine.pause();
        }
        machine.write(0x64, 4, machine.read(0x60, 4));

        GuestDriver driver = machine.start(DriverOptions.ordinary());

        assertThat(driver.counts().timeouts()).isZero();
    }

    @Test
    void illegalCommandsStopTheQueueAgainAndAgain() {
        machine.start(DriverOptions.ordinary());
        Workload flood = FLOODS.get("illegal").apply(machine);
        long flips = 0;
        long before = machine.read(0x60, 4);
        for (int i = 0; i < 20; i++) {
            flood.step();
            machine.pause();
            flips += machine.read(0x60, 4) == before ? 0 : 1;
            before = machine.read(0x60, 4);
        }

        assertThat(flips).isGreaterThan(10);
    }

    @Test
    void faultsFillTheEventQueueAndTheirGuestEmptiesIt() {
        GuestDriver driver = machine.start(DriverOptions.ordinary());
        driver.device(DeviceDescription.of(1)).attach(driver.addressSpace());
        Workload flood = new FaultFlood(driver, machine.device(1, false));
        for (int i = 0; i < 64; i++) {
            flood.step();
        }

        assertThat(machine.events).hasSize(4 * 256);
        assertThat(driver.counts().overflows()).isEqualTo(4);
    }

    @Test
    void batchesGoThroughWhole() {
        machine.start(DriverOptions.ordinary());
        BatchedInvalidations busy = new BatchedInvalidations(machine, machine.pages);
        long before = machine.commands();
        for (int i = 0; i < 100; i++) {
            busy.step();
            machine.pause();
        }
        while (!busy.isIdle()) {
            machine.pause();
        }

        assertThat(busy.batches()).isGreaterThan(20);
        assertThat(machine.commands() - before).isEqualTo(busy.batches() * 65);
    }

    @Test
    void aSteadyGuestFindsNothingWrongAndCountsEachCycle() {
        GuestDriver driver = machine.start(DriverOptions.ordinary());
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        SteadyGuest steady =
                new SteadyGuest(
                        space,
                        machine.device(1, false),
                        machine.pages.demand(1),
                        machine::commands);
        for (int i = 0; i < 50; i++) {
            steady.step();
        }

        assertThat(steady.wrong()).isZero();
        assertThat(steady.hostCommands().count()).isEqualTo(50);
        assertThat(steady.hostCommands().percentile(99)).isEqualTo(2);
    }
}
