package org.vinculum.qemu.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.TranslationFault;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqProd;

/// Finds out whether an SMMU reports the events that its twin does: the same ones, in whatever order, sooner or later. When either
/// loses events nothing is compared until both queues are empty again: which are lost depends on how fast they are written.
final class EventComparison {
    /// Records that may wait for their like.
    private static final int MOST = 4096;

    private final Differences differences;
    private final Deque<Words> expected = new ArrayDeque<>();
    private final Deque<Words> found = new ArrayDeque<>();
    private boolean suspended;
    private long leftOut;

    EventComparison(Differences differences) {
        this.differences = differences;
    }

    /// Whether a register write may move the event queue or its producer's index.
    static boolean movesQueue(long offset) {
        return offset == EventqBase.OFFSET
                || offset == EventqBase.OFFSET + Integer.BYTES
                || offset == EventqProd.OFFSET
                || offset == EventqProd.ALIAS_OFFSET;
    }

    /// The twin has written one.
    void expect(Words record) {
        match(record, expected, found);
        if (expected.size() > MOST) {
            differences.add("an event", expected.remove(), "no such event");
        }
    }

    /// The SMMU has.
    void found(Words record) {
        match(record, found, expected);
        if (found.size() > MOST) {
            differences.add("an event", "no such event", found.remove());
        }
    }

    private void match(Words record, Deque<Words> own, Deque<Words> others) {
        if (suspended) {
            leftOut++;
            return;
        }
        Words comparable = comparable(record);
        if (!others.removeFirstOccurrence(comparable)) {
            own.add(comparable);
        }
    }

    /// Without what each chooses for itself: the tag of a stall.
    private static Words comparable(Words record) {
        int type = (int) Event.TYPE.get(record);
        boolean stalled =
                type >= FTranslation.NUMBER
                        && type <= FPermission.NUMBER
                        && TranslationFault.STALL.isSet(record);
        if (!stalled) {
            return record;
        }
        Bits stag = TranslationFault.STAG;
        long[] words = new long[Event.SIZE / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = i == stag.word() ? record.word(i) & ~stag.mask() : record.word(i);
        }
        return Words.of(words);
    }

    /// @param overflow whether either queue has lost events and software has not said that it knows
    /// @param empty whether both are empty
    void queues(boolean overflow, boolean empty) {
        if (overflow && !suspended) {
            forget();
        }
        suspended = overflow || suspended && !empty;
    }

    private void forget() {
        leftOut += unmatched();
        expected.clear();
        found.clear();
    }

    /// There is no twin any more; what is on its way will find nothing like it.
    void end() {
        forget();
        suspended = true;
    }

    /// Records that have found nothing like them so far.
    long unmatched() {
        return expected.size() + (long) found.size();
    }

    /// Records that were not compared.
    long leftOut() {
        return leftOut;
    }
}
