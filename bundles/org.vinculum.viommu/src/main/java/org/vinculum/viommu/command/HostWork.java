package org.vinculum.viommu.command;

import java.util.List;
import java.util.SortedMap;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu.Counts;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.event.HostReports;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stall.PageGroups;
import org.vinculum.viommu.stall.Stalls;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.GuestStreams;
import org.vinculum.viommu.stream.HostsInUse;
import org.vinculum.viommu.stream.OwedAnswers;
import org.vinculum.viommu.work.GuestWork;

/// All that is done on the hosts for one guest, in the order of urgency: transactions whose end is owed, streams that have to
/// follow a register, the guest's commands.
public final class HostWork implements GuestWork {
    private final Budget budget = new Budget();
    private final OwedAnswers owed = new OwedAnswers();
    private final PageGroups groups = new PageGroups();
    private final HostsInUse hosts;
    private final Stalls stalls;
    private final GuestStreams streams;
    private final GuestCommands commands;
    private final HostReports reports;
    private final SavedWork saved;
    private long hostCommands;

    /// @param hosts in the order that [VirtualStream#host()] counts in; may grow
    public HostWork(
            Shown shown,
            GuestRegisters registers,
            GuestQueues queues,
            GuestSurroundings surroundings,
            List<HostSmmu> hosts) {
        PhysicalMemory memory = surroundings.memory();
        this.hosts = new HostsInUse(hosts);
        stalls = new Stalls(shown::stallMax, queues::forgetWaiting);
        streams = new GuestStreams(registers, memory, this.hosts, stalls, shown);
        commands =
                new GuestCommands(
                        shown,
                        registers,
                        queues,
                        memory,
                        new InvalidationCommands(this.hosts),
                        new ConfigurationCommands(registers, streams, this.hosts, shown),
                        new DeviceCommands(registers, streams, this.hosts, stalls, groups, shown),
                        new PendingSync(this.hosts));
        reports = new HostReports(shown, registers, queues, stalls, groups, owed);
        saved = new SavedWork(streams, stalls, owed, groups, commands);
    }

    @Override
    public boolean ready() {
        return due() && !budget.blocked();
    }

    private boolean due() {
        return owed.due() || streams.due() || commands.ready();
    }

    @Override
    public boolean waits() {
        return commands.waitsForHosts() || due() && budget.blocked();
    }

    @Override
    public int process(int most) {
        budget.start(most);
        if (settle()) {
            commands.process(budget);
        }
        hostCommands += budget.given();
        return budget.used();
    }

    private boolean settle() {
        return owed.settle(streams, hosts, budget) && streams.settle(budget);
    }

    @Override
    public void progress() {
        commands.progress();
    }

    @Override
    public void attach(VirtualStream stream) {
        streams.attach(stream);
    }

    @Override
    public void detach(StreamId vsid) {
        streams.detach(vsid);
        stalls.drop(vsid.value());
        groups.drop(vsid.value());
    }

    @Override
    public void event(StreamId vsid, Words record) {
        GuestStream stream = streams.find(vsid.value());
        if (stream != null) {
            streams.heardOf(stream);
            reports.event(stream, record);
        }
    }

    @Override
    public void pageRequest(StreamId vsid, Words record) {
        GuestStream stream = streams.find(vsid.value());
        if (stream != null) {
            reports.pageRequest(stream, record);
        }
    }

    @Override
    public Counts counts(long events, long eventsDropped) {
        return new Counts(
                commands.consumed(),
                commands.syncs(),
                hostCommands,
                commands.errors(),
                events,
                eventsDropped,
                commands.waiting(),
                stalls.count());
    }

    @Override
    public void smmuEnabled(boolean on) {
        streams.enabledChanged();
    }

    @Override
    public void commandsEnabled(boolean on) {
        commands.enabledChanged();
    }

    @Override
    public void bypassChanged() {
        streams.bypassChanged();
    }

    @Override
    public void commandsWaiting() {}

    @Override
    public VirtualStream find(StreamId vsid) {
        GuestStream stream = streams.find(vsid.value());
        return stream == null ? null : stream.place();
    }

    @Override
    public boolean answersWithPasid(StreamId vsid) {
        GuestStream stream = streams.find(vsid.value());
        return stream != null && stream.answersWithPasid();
    }

    @Override
    public void save(List<Stalled> stalled, SortedMap<String, String> more) {
        saved.save(stalled, more);
    }

    @Override
    public List<String> refusals(SavedState state) {
        return saved.refusals(state);
    }

    /// The hosts follow with the next [#process].
    @Override
    public void restore(SavedState state) {
        saved.restore(state);
    }
}
