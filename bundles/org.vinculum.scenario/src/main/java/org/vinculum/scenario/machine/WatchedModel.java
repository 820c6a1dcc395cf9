package org.vinculum.scenario.machine;

import java.util.function.LongSupplier;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.scenario.line.Transaction;

/// A model whose exceptions are known to be its own.
public final class WatchedModel {
    private final IommuModel model;

    public WatchedModel(IommuModel model) {
        this.model = model;
    }

    public long frameSize() {
        return watch(model::frameSize);
    }

    public long read(long offset, int width) {
        return watch(() -> model.read(offset, width));
    }

    public void write(long offset, int width, long value) {
        watch(() -> {
            model.write(offset, width, value);
            return 0;
        });
    }

    /// Whether there is more to do.
    public boolean process(int budget) {
        return watch(() -> model.process(budget) ? 1 : 0) != 0;
    }

    /// The output address or one of the negative values of [Outcome].
    public long send(Transaction t, Outcome outcome) {
        return watch(() ->
                t.request()
                        ? model.requestTranslation(
                                t.streamId(), t.substreamId(), t.address(), t.access(), outcome)
                        : model.translate(
                                t.streamId(), t.substreamId(), t.address(), t.access(), outcome));
    }

    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        watch(() -> {
            model.requestPage(streamId, substreamId, address, access, group, last);
            return 0;
        });
    }

    private static long watch(LongSupplier call) {
        try {
            return call.getAsLong();
        } catch (RuntimeException e) {
            throw new ModelFault(e);
        }
    }
}
