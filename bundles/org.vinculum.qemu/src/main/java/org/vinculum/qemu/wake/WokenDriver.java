package org.vinculum.qemu.wake;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.Count;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;

/// Interrupts a driver once more that left its event queue a moment before an event that the SMMU did not interrupt for.
///
/// An SMMU interrupts when its queue was empty (IHI 0070, 3.18.2). A driver that has taken the last event writes EVENTQ_CONS, then
/// reads EVENTQ_PROD, and goes away when they agree; an SMMU has the write before it answers the read. In memory that is
/// watched the write is found later. An event that came in between was one of several for the SMMU, and the driver
/// has not seen it: both wait.
///
/// Such a driver's EVENTQ_CONS is an EVENTQ_PROD that was shown a moment ago. An interrupt more does no harm to one
/// that is still there. A driver that takes no events is not interrupted again.
public final class WokenDriver extends ForwardedSmmu {
    /// More than can be shown between a driver's write and our next look at it.
    private static final int SHOWN = 8;

    private static final int INDEX = (int) EventqProd.WR.mask();

    private final EventInterrupt interrupt;
    private final int[] shown = new int[SHOWN];
    private int latest;
    private int consumer;
    private long again;

    /// @param messageFrame as in [org.vinculum.live.GuestSmmuDescription]
    /// @param intid of the event queue's line
    /// @param interrupts those of this SMMU
    public WokenDriver(
            GuestSmmu smmu, AddressRange messageFrame, int intid, GuestInterrupts interrupts) {
        super(smmu);
        this.interrupt = new EventInterrupt(smmu, messageFrame, intid, interrupts);
    }

    /// What is read of EVENTQ_PROD is shown to the guest.
    @Override
    public long read(long offset, int width) {
        long value = super.read(offset, width);
        if (offset == EventqProd.OFFSET || offset == EventqProd.ALIAS_OFFSET) {
            show((int) value & INDEX);
        }
        return value;
    }

    private void show(int producer) {
        if (producer != shown[latest]) {
            latest = (latest + 1) % SHOWN;
            shown[latest] = producer;
        }
    }

    @Override
    public void write(long offset, int width, long value) {
        super.write(offset, width, value);
        if (offset == EventqCons.OFFSET || offset == EventqCons.ALIAS_OFFSET) {
            consume((int) value & INDEX);
        }
    }

    private void consume(int read) {
        boolean moved = read != consumer;
        consumer = read;
        if (moved && wasShown(read) && read != written()) {
            again++;
            interrupt.raise();
        }
    }

    private int written() {
        return (int) super.read(EventqProd.OFFSET, Integer.BYTES) & INDEX;
    }

    private boolean wasShown(int producer) {
        for (int one : shown) {
            if (one == producer) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>(super.counts());
        counts.add(new Count("event interrupts repeated for a driver that had just left", again));
        return List.copyOf(counts);
    }
}
