package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.vinculum.domain.Device;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FTranslation;

/// A guest on two threads: its device writes without a break to an address that its processor maps, takes away and maps
/// elsewhere. What is written after a CMD_SYNC has said that the page is gone has come too late, an event that is missing is
/// lost, one too many has been told twice; and a device that gets nowhere ends the test by its time limit.
final class BusyGuest {
    private static final long IOVA = 0x10_0000L;
    private static final int PAGES = 64;
    private static final int WRITES = 3;
    private static final int LOOKS = 4;

    /// A pause is short, and a thread on its way may have lost its processor to fifteen others.
    private static final int PATIENCE = 100_000_000;

    private static final long SENTINEL = 0x5e47_5e47_5e47_5e47L;

    private final TestedMachine machine;
    private final TestedGuest guest;
    private final boolean stalls;
    private final GuestDriver driver;
    private final AddressSpace space;
    private final DmaDevice device;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread processor;
    private final Thread dma;
    private CountedPort port;
    private long page;
    private long iova = IOVA;
    private boolean granting;
    private boolean mapped;
    private long early;
    private volatile long offered;
    private volatile long landed;
    private volatile long cycles;
    private volatile boolean over;

    /// @param guest with a device that it sees as stream 1
    BusyGuest(TestedMachine machine, TestedGuest guest, int smmu, int psid, boolean stalls) {
        this.machine = machine;
        this.guest = guest;
        this.stalls = stalls;
        driver = guest.started(DriverOptions.ordinary().withPatience(PATIENCE));
        space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, stalls, false)).attach(space);
        page = guest.pages.demand(1);
        guest.handler = this::told;
        device = new DmaDevice(d -> connected(d, PhysicalStream.of("/smmu" + smmu, psid)), false);
        processor = Thread.ofPlatform().name("processor " + psid).unstarted(guarded(this::maps));
        dma = Thread.ofPlatform().name("device " + psid).unstarted(guarded(this::writes));
    }

    private CountedPort connected(Device one, PhysicalStream stream) {
        port = new CountedPort(one, all -> machine.machine.connect(stream, all));
        return port;
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                over = true;
            }
        };
    }

    void start() {
        processor.start();
        dma.start();
    }

    private void maps() {
        while (!over) {
            cycle();
            cycles++;
        }
        while (dma.isAlive()) {
            goOn();
        }
    }

    private void cycle() {
        iova = IOVA + cycles % PAGES * GuestPages.PAGE;
        granting = true;
        if (!stalls) {
            give();
        }
        long before = landed;
        offered = iova;
        while (landed < before + WRITES && !over) {
            goOn();
        }
        granting = false;
        if (mapped) {
            space.unmap(iova, GuestPages.PAGE);
            mapped = false;
        }
        guest.put(page, SENTINEL);
        for (int i = 0; i < LOOKS; i++) {
            goOn();
            early += guest.word(page) == SENTINEL ? 0 : 1;
        }
    }

    private void goOn() {
        machine.pause();
        driver.serveInterrupts();
        Thread.yield();
    }

    private void give() {
        space.map(iova, page, GuestPages.PAGE, Access.READ | Access.WRITE);
        mapped = true;
    }

    private void told(Event event) {
        boolean wanted =
                granting
                        && event instanceof FTranslation f
                        && f.fault().inputAddr() >> 12 == iova >> 12;
        if (wanted && stalls && !mapped) {
            give();
        }
        guest.answer = wanted ? FaultHandler.Answer.RETRY : FaultHandler.Answer.ABORT;
    }

    private void writes() {
        MemorySegment bytes = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
        long last = 0;
        while (!over) {
            long at = offered;
            if (at == last) {
                Thread.yield();
            } else {
                bytes.set(ValueLayout.JAVA_LONG, 0, landed + 1);
                last = write(at, bytes) ? last : at;
            }
        }
    }

    /// @return whether it got through
    private boolean write(long at, MemorySegment bytes) {
        Transfer transfer = device.write(DmaDevice.PLAIN, at, bytes);
        while (transfer.state() == TransferState.STALLED && !dma.isInterrupted()) {
            Thread.yield();
            transfer.proceed();
        }
        if (transfer.state() == TransferState.DONE) {
            landed++;
            return true;
        }
        return false;
    }

    long cycles() {
        return cycles;
    }

    long landed() {
        return landed;
    }

    long stalled() {
        return port.stalled();
    }

    long aborted() {
        return port.aborted();
    }

    /// Its virtual SMMU is replaced.
    void swapVirtual() {
        guest.domain.swap(0, VirtualIommuDescription.SMMUV3);
    }

    void stop() {
        over = true;
    }

    /// Until both threads have come to their end.
    ///
    /// @throws AssertionError when they do not in time
    void await(Duration patience) throws InterruptedException {
        boolean ended = dma.join(patience) && processor.join(patience);
        assertThat(ended)
                .as("end of %d stalled, %d ended", port.stalled(), port.released())
                .isTrue();
    }

    /// Both threads come to their end whatever they wait for.
    void giveUp() {
        over = true;
        dma.interrupt();
        processor.interrupt();
    }

    /// After all guests have been stopped.
    void lostNothing() {
        assertThat(failure.get()).isNull();
        guest.serve();
        assertThat(early).as("writes to a page that was gone").isZero();
        assertThat(waiting()).as("events of stalled transactions").isEqualTo(port.stalled());
        assertThat(port.released()).as("stalled transactions ended").isEqualTo(port.stalled());
        assertThat(guest.events.size() - waiting()).as("other events").isEqualTo(port.aborted());
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(driver.counts().overflows()).isZero();
        assertThat(guest.domain.traffic().getFirst().commandErrors()).isZero();
    }

    private long waiting() {
        return guest.events.stream()
                .filter(event -> event instanceof FTranslation fault && fault.fault().stall())
                .count();
    }
}
