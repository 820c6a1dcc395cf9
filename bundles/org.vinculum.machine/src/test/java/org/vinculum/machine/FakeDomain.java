package org.vinculum.machine;

import java.util.List;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainState;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;

/// A domain that is nothing but its description.
public final class FakeDomain implements Domain {
    public final DomainDescription description;
    private final FakeMachine machine;

    FakeDomain(FakeMachine machine, DomainDescription description) {
        this.machine = machine;
        this.description = description;
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public void attach(DomainDescription.Stream stream) {
        machine.attach(name(), stream);
    }

    @Override
    public void detach(PhysicalStream stream) {
        machine.detach(name(), stream);
    }

    @Override
    public void destroy() {
        machine.destroy(this);
    }

    @Override
    public PhysicalMemory memory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Mapping> mappings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(long address, int width) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(long address, int width, long value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void map(DomainDescription.Window window) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unmap(AddressRange guest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<GuestTraffic> traffic() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainState save() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restore(DomainState state) {
        throw new UnsupportedOperationException();
    }
}
