package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.encoding.PageResponse;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.event.TranslationFault;

/// Serves what the SMMU reports: events, and page requests, which this driver knows no answer to and refuses.
final class Reports {
    private final CommandBatch batch;
    private final FaultHandler handler;

    Reports(CommandBatch batch, FaultHandler handler) {
        this.batch = batch;
        this.handler = handler;
    }

    /// @return how many there were
    int serveEvents(RecordQueue queue) {
        int served = 0;
        for (Words record = queue.poll(); record != null; record = queue.poll()) {
            serveEvent(record);
            served++;
        }
        queue.acknowledgeOverflow();
        return served;
    }

    private void serveEvent(Words record) {
        Event event = Event.decode(record);
        FaultHandler.Answer answer = handler.event(event);
        boolean waits =
                event.type() >= FTranslation.NUMBER
                        && event.type() <= FPermission.NUMBER
                        && TranslationFault.STALL.isSet(record);
        if (waits && answer != FaultHandler.Answer.LATER) {
            int stag = (int) TranslationFault.STAG.get(record);
            resume(event.streamId(), stag, answer == FaultHandler.Answer.RETRY);
        }
    }

    /// A CMD_SYNC would do nothing for it.
    void resume(int stream, int stag, boolean retry) {
        Words entry = new Resume(stream, retry, !retry, stag).encode();
        batch.give(entry.word(0), entry.word(1));
    }

    int servePageRequests(RecordQueue queue) {
        int served = 0;
        for (Words entry = queue.poll(); entry != null; entry = queue.poll()) {
            PageRequest request = PageRequest.decode(entry);
            if (request.last()) {
                give(refusal(request));
            }
            served++;
        }
        queue.acknowledgeOverflow();
        return served;
    }

    private static Command refusal(PageRequest request) {
        Substream substream = request.ssv() ? Substream.of(request.substreamId()) : Substream.NONE;
        return new PriResp(
                request.streamId(),
                substream,
                request.prgIndex(),
                PageResponse.RESPONSE_FAILURE.encoding());
    }

    private void give(Command command) {
        Words entry = command.encode();
        batch.give(entry.word(0), entry.word(1));
    }
}
