package org.vinculum.viommu.stall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.AccessKind;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.TranslationFault;

/// The transactions that wait for the guest: which name (STAG) the guest knows each by, and which the host.
///
/// A guest has as many as it has been shown in IDR5.STALL_MAX. After a move to another machine the host's names are unknown
/// until the devices issue their transactions again; what the guest answers before that is kept until then.
public final class Stalls {
    /// In place of a guest's name: there are too many.
    public static final int REFUSED = -1;

    /// The guest has been told before.
    public static final int KNOWN = -2;

    /// The guest has answered before: abort.
    public static final int ABORT = -3;

    /// The guest has answered before: terminate, with reads of zero.
    public static final int TERMINATE = -4;

    /// In place of a host's name.
    public static final int NONE = -1;

    private record Answered(Stall stall, int answer) {}

    private final IntSupplier most;
    private final Consumer<Predicate<Words>> unrecorded;
    private Stall[] named = {};
    private final BitSet taken = new BitSet();
    private final ArrayDeque<Answered> answered = new ArrayDeque<>();
    private int count;
    private long refused;

    /// @param most IDR5.STALL_MAX as the guest is shown it; 0 where nothing may stall
    /// @param unrecorded drops those of the records that wait for room in the guest's queue whose transactions wait no longer
    public Stalls(IntSupplier most, Consumer<Predicate<Words>> unrecorded) {
        this.most = most;
        this.unrecorded = unrecorded;
    }

    /// A transaction waits in a host.
    ///
    /// @param event as the guest would be told, but for STAG
    /// @return the guest's name for it, or why there is none
    public int arrived(int hostStag, Words event) {
        int answer = takeAnswer(event);
        if (answer != NONE) {
            return answer;
        }
        for (int stag = taken.nextSetBit(0); stag >= 0; stag = taken.nextSetBit(stag + 1)) {
            Stall stall = named[stag];
            if (stall.hostStag() == Stall.UNKNOWN && stall.same(event)) {
                named[stag] = new Stall(hostStag, stall.event());
                return KNOWN;
            }
            if (stall.hostStag() == hostStag && stall.vsid() == new Stall(0, event).vsid()) {
                if (stall.same(event)) {
                    return KNOWN;
                }
                free(stag);
                int dead = stag;
                unrecorded.accept(record -> TranslationFault.STAG.get(record) == dead);
            }
        }
        return name(new Stall(hostStag, event));
    }

    private int takeAnswer(Words event) {
        for (Iterator<Answered> each = answered.iterator(); each.hasNext(); ) {
            Answered one = each.next();
            if (one.stall().same(event)) {
                each.remove();
                return one.answer();
            }
        }
        return NONE;
    }

    private int name(Stall stall) {
        int stag = taken.nextClearBit(0);
        if (stag >= most.getAsInt()) {
            refused++;
            return REFUSED;
        }
        put(stag, stall);
        return stag;
    }

    private void put(int stag, Stall stall) {
        if (stag >= named.length) {
            named = Arrays.copyOf(named, stag + 1);
        }
        count += named[stag] == null ? 1 : 0;
        named[stag] = stall;
        taken.set(stag);
    }

    private void free(int stag) {
        named[stag] = null;
        taken.clear(stag);
        count--;
    }

    /// CMD_RESUME: the guest answers, and its name for the transaction is free again.
    ///
    /// @return the host's name for it; [#NONE] when the guest has no such transaction, or the host none yet
    public int resumed(int vsid, int stag, boolean retry, boolean abort) {
        if (stag >= named.length || named[stag] == null || named[stag].vsid() != vsid) {
            return NONE;
        }
        Stall stall = named[stag];
        free(stag);
        unrecorded.accept(record -> TranslationFault.STAG.get(record) == stag);
        if (stall.hostStag() == Stall.UNKNOWN && !retry) {
            if (answered.size() >= most.getAsInt()) {
                answered.remove();
            }
            answered.add(new Answered(stall, abort ? ABORT : TERMINATE));
        }
        return stall.hostStag();
    }

    /// None of a stream's transactions waits any more.
    public void drop(int vsid) {
        for (int stag = taken.nextSetBit(0); stag >= 0; stag = taken.nextSetBit(stag + 1)) {
            if (named[stag].vsid() == vsid) {
                free(stag);
            }
        }
        answered.removeIf(one -> one.stall().vsid() == vsid);
        unrecorded.accept(record -> (int) Event.STREAM_ID.get(record) == vsid);
    }

    /// How many wait.
    public int count() {
        return count;
    }

    /// How many of a stream wait.
    public int count(int vsid) {
        int found = 0;
        for (int stag = taken.nextSetBit(0); stag >= 0; stag = taken.nextSetBit(stag + 1)) {
            found += named[stag].vsid() == vsid ? 1 : 0;
        }
        return found;
    }

    /// How often one was refused.
    public long refused() {
        return refused;
    }

    /// What waits, in the order of the guest's names.
    public List<Stalled> save() {
        List<Stalled> saved = new ArrayList<>();
        for (int stag = taken.nextSetBit(0); stag >= 0; stag = taken.nextSetBit(stag + 1)) {
            saved.add(saved(stag, TranslationFault.STAG.in(named[stag].event(), stag)));
        }
        return saved;
    }

    private Stalled saved(int stag, Words event) {
        Substream substream = Substream.from(event.word(0));
        return new Stalled(
                named[stag].vsid(),
                substream.ssv() ? substream.id() : -1,
                TranslationFault.INPUT_ADDR.get(event),
                access(event),
                stag,
                List.of(event.word(0), event.word(1), event.word(2), event.word(3)));
    }

    private static int access(Words event) {
        return (AccessKind.RNW.isSet(event) ? Access.READ : Access.WRITE)
                | (AccessKind.IND.isSet(event) ? Access.INSTRUCTION : 0)
                | (AccessKind.PNU.isSet(event) ? Access.PRIVILEGED : 0);
    }

    /// What the guest has answered before its host had a name: records with 1 as STAG for an abort, else 0.
    public List<Words> answered() {
        List<Words> records = new ArrayList<>();
        for (Answered one : answered) {
            Words event = one.stall().event();
            records.add(TranslationFault.STAG.in(event, one.answer() == ABORT ? 1 : 0));
        }
        return records;
    }

    /// Takes over what [#answered()] was when the state was saved, after [#restore].
    public void answered(List<Words> records) {
        for (Words record : records) {
            Stall stall = new Stall(Stall.UNKNOWN, TranslationFault.STAG.in(record, 0));
            boolean abort = TranslationFault.STAG.get(record) != 0;
            answered.add(new Answered(stall, abort ? ABORT : TERMINATE));
        }
    }

    /// Takes over what waited on another machine: names within what the guest is shown, and records of four words.
    ///
    /// What waits here under the same name and is the same is this transaction: then the state has come back.
    public void restore(List<Stalled> saved) {
        Stall[] before = named;
        named = new Stall[before.length];
        taken.clear();
        answered.clear();
        count = 0;
        for (Stalled one : saved) {
            List<Long> words = one.event();
            Words event = Words.of(words.get(0), words.get(1), words.get(2), words.get(3));
            Stall stall = new Stall(Stall.UNKNOWN, TranslationFault.STAG.in(event, 0));
            put(one.stag(), returned(before, one.stag(), stall));
        }
    }

    private static Stall returned(Stall[] before, int stag, Stall stall) {
        Stall own = stag < before.length ? before[stag] : null;
        return own != null && own.event().equals(stall.event()) ? own : stall;
    }
}
