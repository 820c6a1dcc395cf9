package org.vinculum.qemu.physical;

import java.util.List;
import java.util.Set;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.StreamId;

/// A model of an SMMU straight behind the guest's register frame: what it answers is guest physical, and nobody else's.
///
/// A model of 48 bits of address or more has Linux print "ias 48-bit, oas 48-bit"; [Integration] says why.
public final class PhysicalSmmu implements GuestSmmu {
    private final Set<StreamId> streams;
    private final GuestReach reach;
    private final FrontDevices devices = new FrontDevices();
    private final PortCounts counts = new PortCounts();
    private final IommuModel model;

    private PhysicalSmmu(GuestSmmuDescription description, IommuModelFactory factory) {
        streams = Set.copyOf(description.streams());
        reach =
                new GuestReach(
                        description.memory(), description.messageFrame(), description.interrupts());
        model =
                factory.create(
                        new IommuSurroundings(reach, new Wires(description), devices),
                        Integration.of(OwnRegisters.of(factory), description));
    }

    /// @throws LiveGuestRefusedException for an identification register that the model does not have, a value that asks for
    ///     what it cannot do, or more registers than the frame has room for
    public static PhysicalSmmu of(GuestSmmuDescription description, IommuModelFactory factory) {
        PhysicalSmmu made;
        try {
            made = new PhysicalSmmu(description, factory);
        } catch (IllegalArgumentException e) {
            throw refused("%s cannot be as asked for: %s.", factory.name(), e.getMessage());
        }
        if (Long.compareUnsigned(made.frameSize(), description.registers().size()) > 0) {
            throw refused(
                    "%s has more registers than %s.", factory.name(), description.registers());
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

    @Override
    public List<Count> counts() {
        return counts.all();
    }

    /// Everything that it has goes with it.
    @Override
    public void close() {}
}
