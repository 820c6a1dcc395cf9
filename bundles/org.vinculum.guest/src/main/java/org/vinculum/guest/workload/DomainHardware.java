package org.vinculum.guest.workload;

import org.vinculum.domain.Domain;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.memory.PhysicalMemory;

/// A virtual SMMU of a domain as its driver reaches it.
///
/// @param registers guest physical address of the frame
/// @param whilePaused what goes on while the guest's processor waits
public record DomainHardware(Domain domain, long registers, Runnable whilePaused)
        implements GuestHardware {
    @Override
    public long read(long offset, int width) {
        return domain.read(registers + offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        domain.write(registers + offset, width, value);
    }

    @Override
    public PhysicalMemory memory() {
        return domain.memory();
    }

    @Override
    public void pause() {
        whilePaused.run();
    }
}
