package org.vinculum.qemu.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.frame.FrameWatch;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.meter.MeteredInterrupts;
import org.vinculum.qemu.meter.MeteredSmmu;
import org.vinculum.qemu.poll.HeldInterrupts;
import org.vinculum.qemu.poll.LiveLoop;
import org.vinculum.qemu.poll.Polled;
import org.vinculum.qemu.swap.Rehearsal;
import org.vinculum.qemu.swap.Swapping;
import org.vinculum.qemu.trace.TracedSmmu;
import org.vinculum.qemu.vdma.Engines;
import org.vinculum.qemu.wake.WokenDriver;
import org.vinculum.smmu.spec.register.Idr0;

/// What we have in the guest's RAM: the registers of its SMMU, the PCI host with its engines, and the thread that looks
/// after them.
final class OurSide implements AutoCloseable {
    private final GuestSmmu smmu;
    private final Optional<Swapping> swapping;
    private final FrameWatch frame;
    private final HeldInterrupts held;
    private final Ram ram;
    private final Layout layout;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private LiveLoop loop;

    /// Makes the SMMU and shows its registers.
    ///
    /// @param ram all of the guest's
    /// @throws LiveGuestRefusedException when it cannot be as asked for
    OurSide(Plan plan, Ram ram, GuestInterrupts guest, Consumer<String> progress) {
        this.ram = ram;
        this.layout = plan.layout();
        held = new HeldInterrupts(guest);
        MeteredInterrupts interrupts = new MeteredInterrupts(held);
        Ram usable = part(layout.usable());
        GuestSmmu made = make(plan, description(plan.asked(), usable, interrupts), progress);
        GuestSmmu watched =
                new WokenDriver(
                        new MeteredSmmu(made, usable, interrupts),
                        Layout.MESSAGE_FRAME,
                        Layout.EVENT_INTID,
                        interrupts);
        swapping = plan.asked().swapTo().map(to -> swapping(plan, watched, to, progress));
        smmu = swapping.map(Swapping::smmu).orElse(watched);
        frame = new FrameWatch(smmu, part(layout.smmu()));
    }

    private Swapping swapping(Plan plan, GuestSmmu smmu, String to, Consumer<String> progress) {
        return new Swapping(
                smmu, plan.asked().model(), to, progress, failure::completeExceptionally);
    }

    private static GuestSmmu make(
            Plan plan, GuestSmmuDescription description, Consumer<String> progress) {
        GuestSmmu smmu = plan.type().create(description);
        try {
            rehearse(smmu, description);
            return plan.trace(progress)
                    .map(settings -> TracedSmmu.of(smmu, description, settings))
                    .orElse(smmu);
        } catch (RuntimeException e) {
            smmu.close();
            throw e;
        }
    }

    private static void rehearse(GuestSmmu smmu, GuestSmmuDescription description) {
        try (SwapsUnlogged _ = SwapsUnlogged.all()) {
            for (String other : description.alternatives()) {
                Rehearsal.of(smmu, description.model(), other);
            }
        }
    }

    private GuestSmmuDescription description(
            LiveGuestDescription asked, Ram usable, GuestInterrupts interrupts) {
        return new GuestSmmuDescription(
                asked.model(),
                asked.identification(),
                usable,
                layout.smmu(),
                Layout.MESSAGE_FRAME,
                Layout.EVENT_INTID,
                Layout.GERROR_INTID,
                Layout.SID_BITS,
                Layout.streams(),
                interrupts,
                asked.swapTo().map(List::of).orElse(List.of()));
    }

    private Ram part(AddressRange range) {
        long start = range.start().value();
        return new Ram(start, ram.segment().asSlice(start - ram.start(), range.size()));
    }

    /// What the SMMU says that it can.
    Idr0 idr0() {
        return new Idr0((int) smmu.read(Idr0.OFFSET, Integer.BYTES));
    }

    /// Begins to look after all of it.
    void start() {
        List<Polled> polled = new ArrayList<>();
        polled.add(held::admit);
        polled.addAll(Engines.install(ram, layout, frame.forDevices()));
        polled.add(frame);
        polled.add(held);
        loop = new LiveLoop(polled, failure::completeExceptionally);
        swapping.ifPresent(swaps -> swaps.start(frame::showIdentification));
    }

    /// Done exceptionally when the thread ended before it was told to.
    CompletableFuture<Void> failure() {
        return failure;
    }

    /// Ends the threads.
    ///
    /// @return what was seen until then
    List<Count> stop() {
        endThreads();
        List<Count> counts = new ArrayList<>(smmu.counts());
        swapping.ifPresent(swaps -> counts.addAll(swaps.counts()));
        return counts;
    }

    private void endThreads() {
        if (loop != null) {
            loop.close();
        }
        swapping.ifPresent(Swapping::close);
    }

    /// What went wrong without the guest's noticing it.
    Optional<String> objection() {
        return swapping.flatMap(Swapping::objection);
    }

    @Override
    public void close() {
        endThreads();
        smmu.close();
    }
}
