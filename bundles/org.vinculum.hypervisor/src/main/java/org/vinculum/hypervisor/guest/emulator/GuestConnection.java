package org.vinculum.hypervisor.guest.emulator;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// A guest as one emulator reaches it: what it signals before it is in its place is sent when it is, and what it signals
/// afterwards is not sent at all.
final class GuestConnection implements PhysicalMemory, InterruptLines {
    private enum Phase {
        BEFORE,
        IN_PLACE,
        AFTER
    }

    private final GuestSurroundings guest;
    private final List<Runnable> kept = new ArrayList<>();
    private volatile Phase phase = Phase.BEFORE;

    GuestConnection(GuestSurroundings guest) {
        this.guest = guest;
    }

    /// What the emulator is made with.
    GuestSurroundings surroundings() {
        return new GuestSurroundings(this, this, guest.addressBits());
    }

    synchronized void open() {
        if (phase == Phase.BEFORE) {
            phase = Phase.IN_PLACE;
            kept.forEach(Runnable::run);
            kept.clear();
        }
    }

    synchronized void close() {
        phase = Phase.AFTER;
        kept.clear();
    }

    @Override
    public Ram ram(long address) {
        return phase == Phase.AFTER ? null : guest.memory().ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return phase == Phase.IN_PLACE
                ? guest.memory().writeInt(address, value)
                : keep(() -> guest.memory().writeInt(address, value));
    }

    @Override
    public void raise(Line line) {
        if (phase == Phase.IN_PLACE) {
            guest.interrupts().raise(line);
        } else {
            keep(() -> guest.interrupts().raise(line));
        }
    }

    private synchronized boolean keep(Runnable signal) {
        switch (phase) {
            case BEFORE -> kept.add(signal);
            case IN_PLACE -> signal.run();
            case AFTER -> {}
        }
        return phase != Phase.AFTER;
    }
}
