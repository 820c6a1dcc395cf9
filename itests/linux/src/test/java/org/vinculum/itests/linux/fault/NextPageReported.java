package org.vinculum.itests.linux.fault;

import org.vinculum.smmu.fault.FaultSink;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.event.TranslationFault;

/// Says of an address without a translation that it was in the page behind its own.
record NextPageReported(FaultSink right) implements FaultSink {
    private static final long PAGE = 4096;

    @Override
    public void record(Event event, boolean mayMerge) {
        right.record(
                event instanceof FTranslation(var stream, var substream, var fault)
                        ? new FTranslation(stream, substream, moved(fault))
                        : event,
                mayMerge);
    }

    private static TranslationFault moved(TranslationFault fault) {
        return new TranslationFault(
                fault.stag(),
                fault.stall(),
                fault.access(),
                fault.origin(),
                fault.impdef(),
                fault.inputAddr() + PAGE,
                fault.ipa());
    }

    @Override
    public int stall(int streamId, int substreamId, long address, int access, Event event) {
        return right.stall(streamId, substreamId, address, access, event);
    }
}
