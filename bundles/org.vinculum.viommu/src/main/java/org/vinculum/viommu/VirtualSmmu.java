package org.vinculum.viommu;

import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.identification.Hosts;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.register.RegisterPage;
import org.vinculum.viommu.state.SavedSmmu;
import org.vinculum.viommu.work.GuestWork;

/// The SMMUv3 that one guest sees: passes on what it is asked to the part that knows.
final class VirtualSmmu implements VirtualIommu {
    private final Hosts hosts;
    private final GuestRegisters registers;
    private final GuestQueues queues;
    private final GuestWork work;
    private final SavedSmmu state;

    /// @param work what registers and queues have been told to speak to
    VirtualSmmu(
            Hosts hosts,
            GuestRegisters registers,
            GuestQueues queues,
            GuestWork work,
            SavedSmmu state) {
        this.hosts = hosts;
        this.registers = registers;
        this.queues = queues;
        this.work = work;
        this.state = state;
    }

    @Override
    public long frameSize() {
        return RegisterPage.FRAME_SIZE;
    }

    @Override
    public long read(long offset, int width) {
        return registers.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        registers.write(offset, width, value);
    }

    @Override
    public boolean ready() {
        return work.ready();
    }

    @Override
    public boolean waits() {
        return work.waits() || queues.waits();
    }

    @Override
    public int process(int budget) {
        return work.process(budget);
    }

    @Override
    public void progress() {
        work.progress();
        queues.progress();
    }

    @Override
    public void join(HostSmmu host) {
        if (hosts.join(host)) {
            registers.identificationChanged();
        }
    }

    @Override
    public void attach(VirtualStream stream) {
        work.attach(stream);
    }

    @Override
    public void detach(StreamId vsid) {
        work.detach(vsid);
        queues.detach(vsid);
    }

    @Override
    public void event(StreamId vsid, Words record) {
        work.event(vsid, record);
    }

    @Override
    public void pageRequest(StreamId vsid, Words record) {
        work.pageRequest(vsid, record);
    }

    @Override
    public void overflow() {
        queues.eventsLost();
    }

    @Override
    public Counts counts() {
        return work.counts(queues.events(), queues.eventsDropped());
    }

    @Override
    public SavedState save() {
        return state.save();
    }

    @Override
    public void restore(SavedState saved) {
        state.restore(saved);
    }
}
