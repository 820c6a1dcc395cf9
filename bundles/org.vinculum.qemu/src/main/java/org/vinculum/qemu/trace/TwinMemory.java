package org.vinculum.qemu.trace;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.scenario.model.Recording;

/// Memory as a replay will have it: what the twin asks for is copied from the guest's, and the trace says so before the step that
/// asked.
///
/// Pages are handed out one by one, because what is handed out may be held on to. A page is compared with the guest's when it is
/// asked for, and at the start of each step while it is among the last ones that were: later the guest may use it for anything, and
/// that is nobody's business.
final class TwinMemory implements PhysicalMemory {
    /// 64 MiB: what a guest can make us copy.
    private static final int MOST_PAGES = 1 << 14;

    /// Whoever holds on to a page asks for another one long before so many are asked for.
    private static final int MOST_RECENT = 16;

    private final Ram guest;
    private final AddressRange messageFrame;
    private final Recording recording;
    private final TwinInterrupts interrupts;
    private final Map<Long, TwinPage> pages = new HashMap<>();
    private final TwinPage[] recent = new TwinPage[MOST_RECENT];
    private QueueRanges queues;
    private int next;
    private long step;

    TwinMemory(
            Ram guest, AddressRange messageFrame, Recording recording, TwinInterrupts interrupts) {
        this.guest = guest;
        this.messageFrame = messageFrame;
        this.recording = recording;
        this.interrupts = interrupts;
    }

    /// To be called before the first step.
    void queues(QueueRanges queues) {
        this.queues = queues;
    }

    /// A step begins.
    void begin() {
        step++;
        for (TwinPage page : recent) {
            if (page != null) {
                page.refresh(step, queues, recording);
            }
        }
    }

    /// A step begins in which any page may be looked at.
    void beginWithAll() {
        begin();
        for (TwinPage page : pages.values()) {
            page.refresh(step, queues, recording);
        }
    }

    /// Whether it is the guest's memory.
    boolean holds(long address) {
        return guest.holds(address, 1);
    }

    /// What the guest has there, read once.
    ///
    /// @param address a multiple of 8 that [#holds]
    long guestWord(long address) {
        return guest.getLongAcquire(address - guest.start());
    }

    /// Puts a word there without a word in the trace.
    ///
    /// @param address as for [#guestWord]
    void put(long address, long word) {
        Ram copy = page(address).copy();
        copy.setLong(address - copy.start(), word);
    }

    /// What a replay has there.
    ///
    /// @param address as for [#guestWord]
    long word(long address) {
        Ram copy = page(address).copy();
        return copy.getLong(address - copy.start());
    }

    @Override
    public Ram ram(long address) {
        TwinPage page = page(address);
        if (page == null) {
            return null;
        }
        page.refresh(step, queues, recording);
        if (!page.recent()) {
            keep(page);
        }
        return page.copy();
    }

    private void keep(TwinPage page) {
        if (recent[next] != null) {
            recent[next].recent(false);
        }
        recent[next] = page;
        page.recent(true);
        next = (next + 1) % recent.length;
    }

    private TwinPage page(long address) {
        long start = address & -TwinPage.SIZE;
        TwinPage page = pages.get(start);
        if (page == null && (guest.holds(start, TwinPage.SIZE) || isMessage(start))) {
            if (pages.size() == MOST_PAGES) {
                throw new TraceEnd("the SMMU has looked at " + MOST_PAGES + " pages of memory");
            }
            page = new TwinPage(start, isMessage(start) ? null : guest);
            pages.put(start, page);
        }
        return page;
    }

    private boolean isMessage(long start) {
        return Long.compareUnsigned(start - messageFrame.start().value(), messageFrame.size()) < 0;
    }

    @Override
    public boolean writeInt(long address, int value) {
        TwinPage page = page(address);
        if (page == null) {
            return false;
        }
        page.refresh(step, queues, recording);
        page.copy().setInt(address - page.copy().start(), value);
        interrupts.message(address, value);
        return true;
    }
}
