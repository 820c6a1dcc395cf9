package org.vinculum.qemu.trace;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Recording;
import org.vinculum.scenario.model.ScenarioRecorder;
import org.vinculum.scenario.model.Transaction;
import org.vinculum.smmu.spec.register.Gbpa;

/// What has been written down of an SMMU so far. When that cannot go on, the guest does not notice: what is there stays good.
final class Trace implements AutoCloseable {
    private final Recording recording;
    private final Consumer<String> progress;
    private final Differences differences;
    private final EventComparison events;
    private final Twin twin;
    private final Observation observation;
    private boolean ended;
    private boolean early;

    /// @throws org.vinculum.live.LiveGuestRefusedException when no model can stand beside the SMMU
    Trace(GuestSmmu smmu, GuestSmmuDescription description, TraceSettings settings) {
        IommuModelFactory model = TwinModels.find(smmu, description.model(), settings.models());
        SortedMap<String, Long> identification = TwinModels.identification(smmu::read);
        progress = settings.progress();
        differences = new Differences(progress);
        events = new EventComparison(differences);
        recording =
                settings.recorder()
                        .start(
                                settings.out(),
                                new ScenarioRecorder.Start(
                                        settings.name(),
                                        model.name(),
                                        identification,
                                        settings.cite()));
        Ram memory = description.memory();
        recording.ram(AddressRange.of(memory.start(), memory.size()));
        recording.ram(description.messageFrame());
        twin = new Twin(model, identification, description, recording, events);
        observation = new Observation(smmu, memory, twin.registers(), differences, events);
        long bypass = smmu.read(Gbpa.OFFSET, Integer.BYTES);
        if (bypass != Twin.GBPA) {
            write(Gbpa.OFFSET, Integer.BYTES, bypass | Gbpa.UPDATE.mask());
        }
    }

    /// Software is about to write a register.
    void write(long offset, int width, long value) {
        attempt(() -> twin.write(offset, width, value));
    }

    /// The SMMU has been told of a register write.
    void wrote(long offset) {
        attempt(() -> observation.wrote(offset));
    }

    /// The SMMU may have done something.
    void observe() {
        attempt(observation::observe);
    }

    /// A device is about to send a transaction.
    ///
    /// @return how it ends at the twin; null when there is none any more
    Ending send(Transaction transaction) {
        Ending[] ending = {null};
        attempt(() -> ending[0] = twin.send(transaction));
        return ending[0];
    }

    /// It has.
    ///
    /// @param expected what [#send] answered
    void ended(Transaction transaction, Ending expected, Ending ending) {
        attempt(() -> {
            if (expected != null) {
                observation.ended(transaction, expected, ending);
                observation.observe();
            }
        });
    }

    /// A device is about to ask for a page.
    void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        attempt(() -> twin.requestPage(streamId, substreamId, address, access, group, last));
    }

    private void attempt(Runnable step) {
        if (ended) {
            return;
        }
        try {
            step.run();
        } catch (TraceEnd e) {
            end(e.getMessage());
        } catch (UncheckedIOException e) {
            end(String.valueOf(e.getCause().getMessage()));
        } catch (RuntimeException e) {
            end("the model beside the SMMU failed: " + e);
        }
    }

    private void end(String reason) {
        ended = true;
        early = true;
        events.end();
        progress.accept("The trace ends here: " + reason);
    }

    List<Count> counts() {
        return List.of(
                new Count("bytes of the trace", recording.size()),
                new Count("traces that ended early", early ? 1 : 0),
                new Count(
                        "differences between trace and SMMU",
                        differences.count() + events.unmatched()),
                new Count("translations while commands waited", differences.undecidedCount()),
                new Count("events not compared", events.leftOut()));
    }

    @Override
    public void close() {
        ended = true;
        try {
            recording.close();
        } catch (UncheckedIOException e) {
            progress.accept("The trace is not complete: " + e.getCause().getMessage());
        }
    }
}
