package org.vinculum.qemu.trace;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.StreamId;

/// Writes down what a guest and its devices do to an SMMU, as a scenario that a replay finds nothing wrong with.
///
/// The scenario says what a plain model does on the same stimuli. Where the SMMU does something else is counted, so that a run is
/// also a comparison of the two. Meters belong around it, not within: it reads registers.
public final class TracedSmmu extends ForwardedSmmu {
    private final GuestSmmu smmu;
    private final Trace trace;

    private TracedSmmu(GuestSmmu smmu, Trace trace) {
        super(smmu);
        this.smmu = smmu;
        this.trace = trace;
    }

    /// @param smmu right after reset; closed with what is returned
    /// @param description what it was made with
    /// @throws LiveGuestRefusedException when there is no model that shows what it shows; it is not closed then
    public static GuestSmmu of(
            GuestSmmu smmu, GuestSmmuDescription description, TraceSettings settings) {
        return new TracedSmmu(smmu, new Trace(smmu, description, settings));
    }

    @Override
    public void write(long offset, int width, long value) {
        trace.write(offset, width, value);
        smmu.write(offset, width, value);
        trace.wrote(offset);
    }

    @Override
    public boolean work(int budget) {
        boolean more = smmu.work(budget);
        trace.observe();
        return more;
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return new TracedPort(smmu.connect(stream, device), stream.value(), trace);
    }

    @Override
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>(smmu.counts());
        counts.addAll(trace.counts());
        return List.copyOf(counts);
    }

    @Override
    public void close() {
        try (smmu) {
            trace.close();
        }
    }
}
