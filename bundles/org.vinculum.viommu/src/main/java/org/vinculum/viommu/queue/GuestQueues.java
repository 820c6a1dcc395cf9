package org.vinculum.viommu.queue;

import java.util.List;
import java.util.function.Predicate;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.register.QueueEffects;

/// What the guest is told, by way of its queues and interrupts.
public final class GuestQueues implements QueueEffects {
    private final Interrupts interrupts;
    private final EventQueue events;
    private final AutomaticResponses responses;
    private final PriQueue pageRequests;

    /// @param hosts in the order that [org.vinculum.domain.VirtualStream#host()] counts in; may grow
    public GuestQueues(
            Shown shown,
            GuestRegisters registers,
            GuestSurroundings surroundings,
            List<HostSmmu> hosts) {
        var page = registers.page();
        var errors = registers.errors();
        var memory = surroundings.memory();
        interrupts = new Interrupts(page, errors, memory, surroundings.interrupts());
        events = new EventQueue(shown, page, errors, memory, interrupts);
        responses = new AutomaticResponses(shown, hosts);
        pageRequests = new PriQueue(shown, page, errors, memory, interrupts, responses);
    }

    /// To be called once, before the first page request.
    public void requesters(PageRequesters streams) {
        responses.requesters(streams);
    }

    /// Records an event.
    ///
    /// @param record 4 words, all as the guest is to see it
    /// @param stall its transaction waits for the guest: then the record waits for room and is never lost. No more may wait
    ///     than [Shown#stallMax()]
    /// @return false when it is lost; the guest knows, if the architecture lets it know
    public boolean event(Words record, boolean stall) {
        if (stall) {
            events.recordStall(record);
            return true;
        }
        return events.record(record);
    }

    /// Events have been lost before they came here.
    public void eventsLost() {
        events.lost();
    }

    /// Drops records of stalled transactions that wait for room, since their transactions do not wait any longer.
    ///
    /// @param which of the records, as they were given
    public void forgetWaiting(Predicate<Words> which) {
        events.forget(which);
    }

    /// Puts a page request before the guest, or answers it in its place.
    ///
    /// @param record 2 words, with the stream ID that the guest knows
    /// @return whether the guest is to answer it
    public boolean pageRequest(Words record) {
        return pageRequests.request(record);
    }

    /// A CMD_SYNC with CS=IRQ and an address has completed (IHI 0070, 4.7.3).
    ///
    /// @param address guest physical, bits 1:0 are 0
    public void syncMessage(long address, int data) {
        interrupts.syncCompleted(address, data);
    }

    /// A CMD_SYNC with CS=IRQ and no address has completed.
    public void syncInterrupt() {
        interrupts.syncCompleted();
    }

    /// Looks for room in the hosts for answers that wait.
    public void progress() {
        responses.progress();
    }

    /// A stream is gone, with the answers that its device has not got yet.
    public void detach(StreamId vsid) {
        responses.forget(vsid);
    }

    /// Whether [#progress] matters.
    public boolean waits() {
        return responses.waits();
    }

    /// Records of stalled transactions that the queue has had no room for, oldest first.
    public List<Words> waiting() {
        return events.waiting();
    }

    /// Takes over what [#waiting()] was when the state was saved.
    public void waiting(List<Words> records) {
        events.waiting(records);
    }

    /// Answers to page requests that hosts have had no room for; empty for none.
    public String answersWaiting() {
        return responses.save();
    }

    /// Takes over what [#answersWaiting()] was when the state was saved; answers that cannot be read are none.
    public void answersWaiting(String saved) {
        responses.restore(saved);
    }

    /// Records written to the event queue.
    public long events() {
        return events.written();
    }

    /// Records lost, each time with OVFLG told to the guest.
    public long eventsDropped() {
        return events.dropped();
    }

    @Override
    public void eventQueueChanged() {
        events.recordWaiting();
    }

    @Override
    public void pageQueueChanged() {}

    @Override
    public void errorActivated() {
        interrupts.raise(Interrupts.Cause.GERROR);
    }
}
