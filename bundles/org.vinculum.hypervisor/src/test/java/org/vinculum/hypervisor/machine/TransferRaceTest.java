package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// A device writes without a pause while its domain is destroyed, again and again: nothing of it arrives in memory that has
/// been given back.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransferRaceTest {
    private static final int ROUNDS = Integer.getInteger("vinculum.machines.races", 200);
    private static final long PAGE = 0x1000;
    private static final PhysicalStream STREAM = PhysicalStream.of("/smmu0", 5);

    private final AtomicBoolean over = new AtomicBoolean();
    private long arrived;

    @Test
    void nothingArrivesInMemoryThatWasGivenBack() throws InterruptedException {
        try (Machine machine = RealBench.machine("smmuv3-3.2", 1, 16L << 20)) {
            DmaPort port = machine.connect(STREAM, Device.SIMPLE);
            Thread device = new Thread(() -> write(port));
            device.start();
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    race(machine);
                }
            } finally {
                over.set(true);
                device.join();
            }
        }
        assertThat(arrived).isPositive();
    }

    private void write(DmaPort port) {
        Outcome outcome = new Outcome();
        MemorySegment bytes = Arena.ofAuto().allocate(PAGE, Long.BYTES).fill((byte) 0x5a);
        while (!over.get()) {
            arrived += port.transfer(-1, 0, Access.WRITE, bytes, outcome) >= 0 ? 1 : 0;
        }
    }

    private static void race(Machine machine) {
        Domain domain = machine.create(description());
        long host = domain.mappings().getFirst().host();
        Ram ram = machine.memory().ram(host);
        long last = host - ram.start() + PAGE - Long.BYTES;
        while (ram.getLongAcquire(last) == 0) {
            Thread.onSpinWait();
        }

        domain.destroy();

        for (int look = 0; look < 4; look++) {
            for (long at = 0; at < PAGE; at += Long.BYTES) {
                assertThat(ram.getLongAcquire(host - ram.start() + at)).isZero();
            }
            Thread.yield();
        }
    }

    private static DomainDescription description() {
        return new DomainDescription(
                "guest",
                List.of(AddressRange.of(0, PAGE)),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(STREAM),
                DomainDescription.ORDINARY_WEIGHT,
                GuestInterrupts.NONE);
    }
}
