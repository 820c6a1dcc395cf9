package org.vinculum.qemu.frame;

import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.frame.WatchedRegisters.Place;
import org.vinculum.qemu.poll.Polled;

/// Makes register writes of what a guest changes in a frame that is plain memory, and shows there what the SMMU says.
///
/// Triggers are looked at first and written last, so that whatever a guest wrote before a trigger reaches the SMMU before it.
/// A word is replaced only while it is what was seen there last: a guest's write in between is found at the next look.
public final class FrameWatch implements Polled {
    /// Commands in one poll, so that devices are served in between; a batch of Linux' driver is at most as long.
    static final int BUDGET = 64;

    /// Words that are compared in one poll, whatever they are: a line of a host's cache.
    private static final int SWEPT = 16;

    private final GuestSmmu smmu;
    private final FrameWords words;
    private final WatchedRegisters registers;

    /// What each word of the frame was when it was last looked at or replaced.
    private final int[] known;

    /// Values of the triggers of one look.
    private final int[] seen;

    /// The sweep has found configuration that no trigger brought to light.
    private boolean configured;

    /// Triggers have been written since the last poll.
    private boolean taken;

    private int sweep;

    /// Shows all registers.
    ///
    /// @param registers the frame; where it is shorter than [GuestSmmu#frameSize()] the guest cannot reach the rest
    public FrameWatch(GuestSmmu smmu, Ram registers) {
        this(smmu, new FrameWords(registers), (int) Math.min(smmu.frameSize(), registers.size()));
    }

    FrameWatch(GuestSmmu smmu, FrameWords words, int size) {
        this.smmu = smmu;
        this.words = words;
        this.registers = WatchedRegisters.of(smmu, size);
        this.known = new int[size / Integer.BYTES];
        this.seen = new int[registers.triggers().length];
        for (int offset = 0; offset < size; offset += Integer.BYTES) {
            int value = (int) smmu.read(offset, Integer.BYTES);
            known[offset / Integer.BYTES] = value;
            words.show(offset, value);
        }
    }

    /// The SMMU for the devices in front of it. A doorbell is memory like the frame, and may be seen first; ports of this one
    /// look at the frame before each transaction, as if the guest's writes had waited for one another.
    public GuestSmmu forDevices() {
        return new OrderedSmmu(smmu, this);
    }

    @Override
    public boolean poll() {
        catchUp();
        boolean changed = taken;
        if (changed) {
            taken = false;
            // What devices have been refused so far is told before a CMD_SYNC that waits can
            // complete.
            showResults();
        }
        boolean more = smmu.work(BUDGET);
        return showResults() | sweep() | changed | more;
    }

    /// Shows anew what says which SMMU it is, and never changes otherwise.
    public void showIdentification() {
        for (int offset : registers.identification()) {
            show(offset);
        }
    }

    /// Writes what the guest has changed, and lets nothing work.
    void catchUp() {
        boolean changed = look();
        if (changed || configured) {
            configured = false;
            configure();
        }
        if (changed) {
            trigger();
            showKept();
            taken = true;
        }
    }

    private boolean look() {
        boolean changed = false;
        int[] triggers = registers.triggers();
        for (int i = 0; i < triggers.length; i++) {
            seen[i] = words.look(triggers[i]);
            changed |= seen[i] != known(triggers[i]);
        }
        return changed;
    }

    private void configure() {
        for (Place place : registers.configuration()) {
            if (place.width() == Integer.BYTES) {
                take(place.offset());
            } else {
                takeWide(place.offset());
            }
        }
    }

    private void take(int offset) {
        int value = words.look(offset);
        if (value != known(offset)) {
            write(offset, value);
            show(offset);
        }
    }

    /// Whether it was written as a whole or in halves.
    private void takeWide(int offset) {
        int low = words.look(offset);
        int high = words.look(offset + Integer.BYTES);
        if (low != known(offset) || high != known(offset + Integer.BYTES)) {
            know(offset, low);
            know(offset + Integer.BYTES, high);
            long value = Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
            smmu.write(offset, Long.BYTES, value);
            show(offset);
            show(offset + Integer.BYTES);
        }
    }

    private void trigger() {
        int[] triggers = registers.triggers();
        for (int i = triggers.length - 1; i >= 0; i--) {
            if (seen[i] != known(triggers[i])) {
                write(triggers[i], seen[i]);
            }
        }
    }

    private void write(int offset, int value) {
        know(offset, value);
        smmu.write(offset, Integer.BYTES, Integer.toUnsignedLong(value));
    }

    private void showKept() {
        for (int offset : registers.kept()) {
            show(offset);
        }
    }

    private boolean showResults() {
        boolean shown = false;
        for (int offset : registers.results()) {
            int says = says(offset);
            if (says != known(offset)) {
                shown = true;
                if (!replace(offset, says)) {
                    take(offset);
                }
            }
        }
        for (int offset : registers.handshakes()) {
            shown |= show(offset);
        }
        return shown;
    }

    /// Makes a word what the SMMU says, unless the guest has written it.
    ///
    /// @return whether it was something else
    private boolean show(int offset) {
        int says = says(offset);
        return says != known(offset) && replace(offset, says);
    }

    private boolean replace(int offset, int says) {
        boolean done = words.replace(offset, known(offset), says);
        if (done) {
            know(offset, says);
        }
        return done;
    }

    /// Goes through the whole frame, a little at each poll: what no trigger brought to light, and what is not to be written.
    private boolean sweep() {
        boolean found = false;
        for (int end = sweep + SWEPT; sweep < end; sweep++) {
            int offset = sweep * Integer.BYTES;
            if (words.look(offset) != known[sweep]) {
                found = true;
                if (registers.written().get(sweep)) {
                    configured = true;
                } else {
                    take(offset);
                }
            }
        }
        sweep %= known.length;
        return found;
    }

    private int says(int offset) {
        return (int) smmu.read(offset, Integer.BYTES);
    }

    private int known(int offset) {
        return known[offset / Integer.BYTES];
    }

    private void know(int offset, int value) {
        known[offset / Integer.BYTES] = value;
    }
}
