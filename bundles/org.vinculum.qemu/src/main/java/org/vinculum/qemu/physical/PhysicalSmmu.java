package org.vinculum.qemu.physical;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.swap.OwnThread;
import org.vinculum.swap.Candidate;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;

/// A model of an SMMU straight behind the guest's register frame: what it answers is guest physical, and nobody else's.
///
/// A model of 48 bits of address or more has Linux print "ias 48-bit, oas 48-bit"; [Integration] says why.
public final class PhysicalSmmu implements GuestSmmu {
    private static final String PLACE = "the guest's SMMU";

    /// As long as a busy machine may take: a guest waits anyway when its emulator does not run.
    private static final SwapSettings SWAPS =
            new SwapSettings(
                    Duration.ofSeconds(10),
                    SwapSettings.ORDINARY.probation(),
                    SwapSettings.ORDINARY.grace());

    private final Set<StreamId> streams;
    private final GuestReach reach;
    private final FrontDevices devices = new FrontDevices();
    private final PortCounts counts = new PortCounts();
    private final Function<String, Contender> models;
    private final SwappableModel place;
    private final SteadyModel model;

    private PhysicalSmmu(GuestSmmuDescription description, Function<String, Contender> models) {
        this.models = models;
        streams = Set.copyOf(description.streams());
        reach =
                new GuestReach(
                        description.memory(), description.messageFrame(), description.interrupts());
        Contender first = models.apply(description.model());
        place =
                new SwappableModel(
                        PLACE,
                        first,
                        new IommuSurroundings(reach, new Wires(description), devices),
                        identification(description, first),
                        SWAPS);
        model = new SteadyModel(place);
    }

    private Map<String, Long> identification(GuestSmmuDescription description, Contender first) {
        Map<String, Long> common = Models.common(description, models);
        OwnRegisters own =
                common.isEmpty() ? OwnRegisters.of(first.factory()) : OwnRegisters.of(common);
        return Integration.of(own, common, description);
    }

    /// @param models finds one by name, and refuses a guest for which there is none
    /// @throws LiveGuestRefusedException when there is no such model, for an identification register that it does not have, a
    ///     value that asks for what it cannot do, more registers than the frame has room for, or alternatives that have
    ///     nothing in common with it
    public static PhysicalSmmu of(
            GuestSmmuDescription description, Function<String, Contender> models) {
        PhysicalSmmu made;
        try {
            made = new PhysicalSmmu(description, models);
        } catch (IllegalArgumentException e) {
            throw refused("%s cannot be as asked for: %s.", description.model(), e.getMessage());
        }
        if (Long.compareUnsigned(made.frameSize(), description.registers().size()) > 0) {
            throw refused(
                    "%s has more registers than %s.", description.model(), description.registers());
        }
        return made;
    }

    private static LiveGuestRefusedException refused(String reason, Object... words) {
        return new LiveGuestRefusedException(List.of(reason.formatted(words)));
    }

    @Override
    public long frameSize() {
        return model.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return model.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        model.write(offset, width, value);
    }

    @Override
    public boolean work(int budget) {
        return model.process(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        if (!streams.contains(stream)) {
            throw new IllegalArgumentException("there is no stream " + stream);
        }
        return new Port(model, stream, device, devices, reach, counts);
    }

    @Override
    public long guestPhysical(long physical) {
        return reach.answers(physical) ? physical : -1;
    }

    /// Makes the other model at once, and exchanges them on the thread of the SMMU.
    @Override
    public List<SwapReport> swap(String name, Executor own) {
        Candidate candidate = place.prepare(contender(name));
        try {
            return List.of(OwnThread.call(own, () -> exchange(candidate)));
        } catch (RejectedExecutionException e) {
            candidate.discard();
            throw e;
        }
    }

    private Contender contender(String name) {
        try {
            return models.apply(name);
        } catch (LiveGuestRefusedException e) {
            throw new SwapRefusedException(e.reasons());
        }
    }

    private SwapReport exchange(Candidate candidate) {
        long start = System.nanoTime();
        SwapReport report = place.exchange(candidate);
        return report.withPause(System.nanoTime() - start);
    }

    @Override
    public List<Count> counts() {
        List<Count> all = new ArrayList<>(counts.all());
        if (model.failures() > 0) {
            all.add(new Count("failures of a new model", model.failures()));
        }
        return List.copyOf(all);
    }

    /// Everything that it has goes with it.
    @Override
    public void close() {}
}
