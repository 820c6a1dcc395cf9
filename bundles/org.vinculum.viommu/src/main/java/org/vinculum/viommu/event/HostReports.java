package org.vinculum.viommu.event;

import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.event.TranslationFault;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stall.PageGroups;
import org.vinculum.viommu.stall.Stalls;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.OwedAnswers;

/// Takes what a host reports of the guest's streams, tells the guest what it may know, and ends the waiting of a transaction
/// that nobody would answer.
///
/// While the guest's SMMUEN is 0 its SMMU would have nothing to say.
public final class HostReports {
    private final Shown shown;
    private final GuestRegisters registers;
    private final GuestQueues queues;
    private final Stalls stalls;
    private final PageGroups groups;
    private final OwedAnswers owed;
    private final GuestEvents events;

    public HostReports(
            Shown shown,
            GuestRegisters registers,
            GuestQueues queues,
            Stalls stalls,
            PageGroups groups,
            OwedAnswers owed) {
        this.shown = shown;
        this.registers = registers;
        this.queues = queues;
        this.stalls = stalls;
        this.groups = groups;
        this.owed = owed;
        this.events = new GuestEvents(shown, registers);
    }

    /// @param record 4 words, as the host's queue had them
    public void event(GuestStream stream, Words record) {
        stream.reported();
        int vsid = stream.vsid().value();
        if (waits(record) && owed.toldAgain(vsid, record)) {
            return;
        }
        Event event = registers.smmuEnabled() ? events.of(stream, record) : null;
        Words told = event == null ? null : event.encode();
        if (!waits(record)) {
            tell(told);
            return;
        }
        if (told != null && waits(told) && shown.stallMax() > 0) {
            stalled(vsid, record, TranslationFault.STAG.in(told, 0));
        } else {
            owed.end(vsid, record, true);
            tell(told);
        }
    }

    private static boolean waits(Words record) {
        long type = Event.TYPE.get(record);
        return type >= FTranslation.NUMBER
                && type <= FPermission.NUMBER
                && TranslationFault.STALL.isSet(record);
    }

    /// A transaction that has ended, whatever the host said.
    private void tell(Words event) {
        if (event != null) {
            queues.event(waits(event) ? ended(event) : event, false);
        }
    }

    private static Words ended(Words event) {
        return TranslationFault.STALL.in(TranslationFault.STAG.in(event, 0), 0);
    }

    private void stalled(int vsid, Words record, Words event) {
        int hostStag = (int) TranslationFault.STAG.get(record);
        int stag = stalls.arrived(hostStag, event);
        switch (stag) {
            case Stalls.KNOWN -> {}
            case Stalls.ABORT -> owed.end(vsid, record, true);
            case Stalls.TERMINATE -> owed.end(vsid, record, false);
            case Stalls.REFUSED -> {
                owed.end(vsid, record, true);
                tell(event);
            }
            default -> queues.event(TranslationFault.STAG.in(event, stag), true);
        }
    }

    /// A page request; a stop marker asks for no answer.
    ///
    /// @param record 2 words, as the host's queue had them
    public void pageRequest(GuestStream stream, Words record) {
        int vsid = stream.vsid().value();
        Words told = PageRequest.STREAM_ID.in(known(record), Integer.toUnsignedLong(vsid));
        if (queues.pageRequest(told) && !stopMarker(told)) {
            groups.asked(vsid, (int) PageRequest.PRG_INDEX.get(told));
        }
    }

    private static Words known(Words record) {
        return PageRequest.decode(record).encode();
    }

    private static boolean stopMarker(Words record) {
        return PageRequest.SSV.isSet(record)
                && PageRequest.LAST.isSet(record)
                && !PageRequest.R.isSet(record)
                && !PageRequest.W.isSet(record);
    }
}
