package org.vinculum.hypervisor.guest.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.hypervisor.guest.emulator.WaitingStalls.Waiting;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;
import org.vinculum.swap.SwapSettings;

/// A virtual IOMMU that can be exchanged for another emulator of it while its guest goes on. As with any, [#read] and
/// [#prepare] come from any thread, everything else from one at a time.
///
/// The next one is made before, with connections that let it look and nothing else. Then it takes over the saved state, finds
/// the same streams and hosts, and hears again of the transactions that wait in these. What the hosts were told to do stays in
/// force meanwhile.
public final class SwappableIommu implements VirtualIommu {
    private final String place;
    private final EmulatorMaker maker;
    private final Watched watched;
    private final WaitingStalls stalls = new WaitingStalls();
    private final Map<StreamId, VirtualStream> streams = new LinkedHashMap<>();
    private final KeptReports kept = new KeptReports();
    private volatile Emulator current;
    private volatile SavedState saved;
    private Counts before = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /// Makes the first.
    ///
    /// @param place for people, `guest1/0`
    /// @param hosts behind it
    /// @throws MachineRefusedException when these cannot stand behind one
    public SwappableIommu(
            String place,
            EmulatorMaker maker,
            OfferedType first,
            List<HostSmmu> hosts,
            SwapSettings settings) {
        this.place = place;
        this.maker = maker;
        this.watched = new Watched(place, settings.deadline());
        Emulator made = maker.make(first, maker.connect(hosts, stalls));
        made.connections().open();
        current = made;
    }

    /// Whose emulator stands there.
    public OfferedType inPlace() {
        return current.offered();
    }

    /// For people.
    public String place() {
        return place;
    }

    /// What [#exchange] needs and what takes its time. Nothing waits for it.
    ///
    /// @throws SwapRefusedException when it cannot be made
    public Emulator prepare(OfferedType next) {
        Emulator old = current;
        Connections connections = maker.connect(old.connections().behind(), stalls);
        try {
            Emulator made =
                    watched.call(next, "make a virtual IOMMU", () -> maker.make(next, connections));
            requireFrame(old, made);
            return made;
        } catch (SwapRefusedException e) {
            connections.close();
            throw e;
        }
    }

    private static void requireFrame(Emulator old, Emulator made) {
        if (made.virtual().frameSize() < old.virtual().frameSize()) {
            throw new SwapRefusedException(
                    List.of(
                            "%s has a smaller register frame than %s."
                                    .formatted(made.offered().title(), old.offered().title())));
        }
    }

    /// Puts another one in the place.
    ///
    /// @return with no pause, which whoever makes the guest wait knows
    /// @throws SwapRefusedException when the state cannot be had or taken over; the old one goes on
    public SwapReport exchange(Emulator next) {
        Emulator old = current;
        try {
            requireHosts(old, next);
            SavedState state = saved == null ? save(old) : saved;
            watched.call(next.offered(), "take the state over", () -> takeOver(next, state));
        } catch (SwapRefusedException e) {
            next.discard();
            throw e;
        }
        before = sum(old.virtual().counts());
        next.connections().openAfter(old.connections());
        current = next;
        occupied();
        return new SwapReport(
                place, old.offered().title(), next.offered().title(), 0, stalls.all().size());
    }

    /// Another one may have joined since the next one was made.
    private void requireHosts(Emulator old, Emulator next) {
        if (!old.connections().behind().equals(next.connections().behind())) {
            throw new SwapRefusedException(List.of(place + " has got a further SMMU meanwhile."));
        }
    }

    private SavedState save(Emulator old) {
        return watched.call(old.offered(), "give its state", old.virtual()::save);
    }

    private Void takeOver(Emulator next, SavedState state) {
        streams.values().forEach(next.virtual()::attach);
        next.virtual().restore(state);
        tellAgain(next.virtual());
        return null;
    }

    private void tellAgain(VirtualIommu virtual) {
        for (Waiting stall : stalls.all()) {
            virtual.event(stall.vsid(), stall.record());
        }
    }

    /// Counters only grow.
    private Counts sum(Counts counts) {
        return new Counts(
                before.commands() + counts.commands(),
                before.syncs() + counts.syncs(),
                before.hostCommands() + counts.hostCommands(),
                before.commandErrors() + counts.commandErrors(),
                before.events() + counts.events(),
                before.eventsDropped() + counts.eventsDropped(),
                counts.waiting(),
                counts.stalled());
    }

    /// Nobody is in the place from here on: what hosts report is kept, and nothing else may be asked for but [#read],
    /// [#detach], [#counts], [#exchange] and [#reinstate].
    ///
    /// @throws SwapRefusedException when the state cannot be had; it goes on then
    public void vacate() {
        saved = save(current);
    }

    /// Whether nobody is in the place.
    public boolean vacant() {
        return saved != null;
    }

    /// The one that left goes on after all.
    public void reinstate() {
        occupied();
    }

    private void occupied() {
        saved = null;
        kept.tell(this);
    }

    @Override
    public long frameSize() {
        return current.virtual().frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return current.virtual().read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        current.virtual().write(offset, width, value);
    }

    @Override
    public boolean ready() {
        return !vacant() && current.virtual().ready();
    }

    @Override
    public boolean waits() {
        return !vacant() && current.virtual().waits();
    }

    @Override
    public int process(int budget) {
        return current.virtual().process(budget);
    }

    @Override
    public void progress() {
        if (!vacant()) {
            current.virtual().progress();
        }
    }

    @Override
    public void join(HostSmmu host) {
        Emulator now = current;
        HostConnection connection = now.connections().add(host);
        connection.open();
        try {
            now.virtual().join(connection);
        } catch (RuntimeException e) {
            now.connections().removeLast();
            throw e;
        }
    }

    @Override
    public void attach(VirtualStream stream) {
        streams.put(stream.vsid(), stream);
        current.virtual().attach(stream);
    }

    @Override
    public void detach(StreamId vsid) {
        if (vacant()) {
            kept.detached(vsid);
            return;
        }
        VirtualStream gone = streams.remove(vsid);
        if (gone != null) {
            stalls.ended(gone.host(), gone.psid());
        }
        current.virtual().detach(vsid);
    }

    /// How many there are.
    public int streams() {
        return streams.size();
    }

    /// Has all streams come anew; what waits on them goes on waiting.
    public void plugAnew() {
        for (VirtualStream stream : new ArrayList<>(streams.values())) {
            current.virtual().detach(stream.vsid());
            current.virtual().attach(stream);
        }
    }

    @Override
    public void event(StreamId vsid, Words record) {
        if (vacant()) {
            kept.event(vsid, record);
            return;
        }
        VirtualStream stream = streams.get(vsid);
        if (stream != null) {
            stalls.recorded(stream, record);
        }
        current.virtual().event(vsid, record);
    }

    @Override
    public void pageRequest(StreamId vsid, Words record) {
        if (vacant()) {
            kept.pageRequest(vsid, record);
        } else {
            current.virtual().pageRequest(vsid, record);
        }
    }

    @Override
    public void overflow() {
        if (vacant()) {
            kept.overflow();
        } else {
            current.virtual().overflow();
        }
    }

    @Override
    public Counts counts() {
        return sum(current.virtual().counts());
    }

    @Override
    public SavedState save() {
        return current.virtual().save();
    }

    @Override
    public void restore(SavedState state) {
        current.virtual().restore(state);
        tellAgain(current.virtual());
    }
}
