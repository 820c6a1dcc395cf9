package org.vinculum.qemu.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.fake.ModelSmmu;
import org.vinculum.qemu.fake.Pages;
import org.vinculum.qemu.fake.RingSmmu;
import org.vinculum.qemu.meter.MeteredInterrupts;
import org.vinculum.qemu.meter.MeteredSmmu;
import org.vinculum.qemu.poll.HeldInterrupts;
import org.vinculum.qemu.poll.LiveLoop;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;

/// A driver on a thread of its own, and the loop on another, with nothing but memory between them.
class SharedPageTests {
    private static final String PROFILE = "smmuv3-3.1";
    private static final int BAD_OPCODE = 0x0f;

    /// Equal events in a row are one, so that the next transaction is on another stream.
    private static final int STREAMS = 8;

    /// Number of the first command; those of the driver's start have lower ones.
    private static final long FIRST = 1000;

    private final Ram frame = Pages.of(0x5f00_0000L, 0x2_0000);
    private final Ram memory = Pages.of(0x4000_0000L, 0x1_0000);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger eventInterrupts = new AtomicInteger();
    private final AtomicInteger errorInterrupts = new AtomicInteger();
    private final AtomicInteger early = new AtomicInteger();
    private final MeteredInterrupts interrupts = new MeteredInterrupts(new Handlers());
    private final HeldInterrupts held = new HeldInterrupts(interrupts);
    private final ModelSmmu model = new ModelSmmu(PROFILE, memory, held);
    private LiveLoop loop;

    /// Compares what a guest's handlers would look at with what the SMMU says, on the loop's thread.
    private final class Handlers implements GuestInterrupts {
        @Override
        public void raise(int intid) {
            if (intid == ModelSmmu.GERROR_LINE) {
                errorInterrupts.incrementAndGet();
                compare(Gerror.OFFSET);
                compare(CmdqCons.OFFSET);
            } else {
                eventInterrupts.incrementAndGet();
                compare(EventqProd.OFFSET);
            }
        }

        private void compare(int offset) {
            if (frame.getInt(offset) != (int) model.read(offset, Integer.BYTES)) {
                early.incrementAndGet();
            }
        }

        @Override
        public void message(long deviceId, int event) {}
    }

    private GuestSmmu start() {
        MeteredSmmu smmu = new MeteredSmmu(model, memory, interrupts);
        FrameWatch watch = new FrameWatch(smmu, frame);
        DmaPort[] ports = new DmaPort[STREAMS];
        for (int i = 0; i < STREAMS; i++) {
            ports[i] = watch.forDevices().connect(new StreamId(i), Device.SIMPLE);
        }
        Outcome outcome = new Outcome();
        loop =
                new LiveLoop(
                        List.of(
                                () -> {
                                    int left = transactions.get();
                                    if (left == 0) {
                                        return false;
                                    }
                                    ports[left % STREAMS].translate(
                                            -1, 0x1000, Access.READ, outcome);
                                    transactions.decrementAndGet();
                                    return true;
                                },
                                watch,
                                held),
                        failure::set);
        return smmu;
    }

    @AfterEach
    void theLoopHasNotFailedAndNoInterruptCameTooEarly() {
        loop.close();
        assertThat(failure.get()).isNull();
        assertThat(early).hasValue(0);
    }

    @Test
    void aDriverComesUpAgainAndAgain() {
        start();
        PageDriver driver = new PageDriver(frame, memory, 3, 3);
        for (int i = 0; i < 50; i++) {
            driver.bringUp();
            assertThat(driver.read(Cr0.ACK_OFFSET)).isEqualTo(0xd);
            assertThat(driver.errors()).isZero();
        }
    }

    @Test
    void everyCommandOfARingThatWrapsIsExecuted() {
        GuestSmmu smmu = start();
        PageDriver driver = new PageDriver(frame, memory, 2, 3);
        driver.bringUp();
        for (int i = 0; i < 1000; i++) {
            driver.add(PageDriver.TLBI_NSNH_ALL, 0);
            if (i % 3 == 0) {
                driver.sync();
            } else {
                driver.tell();
            }
        }
        driver.sync();
        loop.close();

        assertThat(smmu.counts())
                .contains(
                        new Count("commands TLBI_NSNH_ALL", 1001),
                        new Count("commands SYNC", 2 + 334 + 1),
                        new Count("commands CFGI_STE_RANGE", 1));
    }

    @Test
    void anIllegalCommandIsReportedAndSkippedAndTheQueueGoesOn() {
        start();
        PageDriver driver = new PageDriver(frame, memory, 3, 3);
        driver.bringUp();
        for (int i = 0; i < 50; i++) {
            driver.add(BAD_OPCODE, 0);
            driver.add(PageDriver.TLBI_NSNH_ALL, 0);
            driver.tell();
            PageDriver.await(() -> driver.errors() != 0);
            assertThat(driver.errors()).isEqualTo((int) Gerror.CMDQ_ERR.mask());
            assertThat(CmdqCons.ERR.get(driver.read(CmdqCons.OFFSET))).isEqualTo(1);
            driver.skipError();
            driver.awaitConsumed();
        }
        loop.close();

        assertThat(driver.errors()).isZero();
        assertThat(CmdqCons.ERR.get(driver.read(CmdqCons.OFFSET))).isZero();
        assertThat(errorInterrupts).hasValue(50);
    }

    @Test
    void anUpdateOfGbpaIsAnswered() {
        GuestSmmu smmu = start();
        PageDriver driver = new PageDriver(frame, memory, 3, 3);
        for (int i = 0; i < 200; i++) {
            int value = i % 2 == 0 ? (int) Gbpa.ABORT.mask() : 0;
            driver.updateBypass(value);
            assertThat(driver.read(Gbpa.OFFSET)).isEqualTo(value);
        }
        loop.close();
        assertThat(smmu.read(Gbpa.OFFSET, 4)).isZero();
    }

    @Test
    void eventsAreThereWhenTheirInterruptComes() {
        start();
        PageDriver driver = new PageDriver(frame, memory, 3, 4);
        driver.bringUp();
        int taken = 0;
        while (taken < 100) {
            transactions.set(1);
            PageDriver.await(() -> driver.events() != 0);
            taken += driver.takeEvents();
        }
        loop.close();

        assertThat(taken).isEqualTo(100);
        assertThat(eventInterrupts.get()).isBetween(1, 100);
    }

    @Test
    void anOverflowOfTheEventQueueIsAcknowledgedAndEventsGoOn() {
        start();
        PageDriver driver = new PageDriver(frame, memory, 3, 2);
        driver.bringUp();
        for (int i = 0; i < 20; i++) {
            transactions.set(10);
            PageDriver.await(() -> transactions.get() == 0);
            PageDriver.await(() -> overflows(driver));
            assertThat(driver.takeEvents()).isEqualTo(4);
        }
        transactions.set(1);
        PageDriver.await(() -> driver.events() == 1);
    }

    private static boolean overflows(PageDriver driver) {
        int flags = driver.read(EventqProd.OFFSET) ^ driver.read(EventqCons.OFFSET);
        return EventqProd.OVFLG.isSet(flags);
    }

    @Test
    void commandsInRandomBatchesAreExecutedOnceAndInOrder() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        RingSmmu smmu = new RingSmmu(memory);
        loop = new LiveLoop(List.of(new FrameWatch(smmu, frame)), failure::set);
        PageDriver driver = new PageDriver(frame, memory, 4, 3);
        driver.bringUp();
        long number = FIRST;
        for (int batch = 0; batch < 3000; batch++) {
            int size = random.nextInt(1, 12);
            for (int i = 0; i < size; i++) {
                driver.add(PageDriver.TLBI_NSNH_ALL, number++);
                if (random.nextInt(3) == 0) {
                    driver.tell();
                }
            }
            driver.tell();
            if (random.nextInt(50) == 0) {
                driver.awaitConsumed();
                driver.bringUp();
            }
        }
        driver.awaitConsumed();
        loop.close();

        assertThat(smmu.executed.stream().filter(each -> each >= FIRST))
                .as("seed " + seed)
                .containsExactlyElementsOf(LongStream.range(FIRST, number).boxed().toList());
    }
}
