package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.guest.Standing.Life;
import org.vinculum.hypervisor.guest.emulator.SwappableIommu;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.iommu.SavedState;

/// Takes a virtual IOMMU out of service so that its guest can go on elsewhere, or take over the state of one from there.
final class Suspension {
    /// Looks at the hosts until what has been given is complete; a ring holds no more.
    private static final int DRAIN = 1 << 16;

    /// Host commands to set one stream up, and what a virtual IOMMU may want besides.
    static final int PER_STREAM = 4 * HostSmmu.SETTING_COMMANDS;

    private final Standing standing;
    private final SwappableIommu virtual;
    private final CommandFlow flow;
    private Life heldFrom = Life.RUNNING;

    Suspension(Standing standing, SwappableIommu virtual, CommandFlow flow) {
        this.standing = standing;
        this.virtual = virtual;
        this.flow = flow;
    }

    /// The guest's writes are ignored from here on, its streams abort.
    ///
    /// @param claims its streams
    /// @throws MachineRefusedException when an SMMU takes no commands any more
    void suspend(List<Claim> claims) {
        standing.enter();
        try {
            if (standing.running()) {
                standing.halt(DRAIN);
                for (Claim claim : claims) {
                    flow.tenancy(claim).require(claim.psid(), new StreamSetting.Abort());
                }
            }
        } finally {
            standing.unlock();
        }
    }

    /// Its state, once it is suspended and has heard of all that has happened.
    SavedState save() {
        return standing.alone(() -> {
            flow.drain(DRAIN);
            standing.life(Life.STILL);
            return virtual.save();
        });
    }

    /// Stops for [#replace].
    ///
    /// @return its state, to come back to
    SavedState hold() {
        standing.enter();
        try {
            heldFrom = standing.life();
            if (standing.running()) {
                standing.halt(DRAIN);
            }
            return virtual.save();
        } finally {
            standing.unlock();
        }
    }

    /// @throws MachineRefusedException when it cannot take the state over; it is then as it was
    void replace(SavedState state) {
        standing.lock();
        try {
            if (heldFrom == Life.STILL) {
                virtual.plugAnew(); // its streams were made to abort behind its back
            }
            virtual.restore(state);
        } finally {
            standing.unlock();
        }
    }

    /// Goes on after [#hold].
    ///
    /// @param anew whatever it was before, it runs
    void resume(boolean anew) {
        standing.lock();
        try {
            standing.life(anew ? Life.RUNNING : heldFrom);
            if (standing.running()) {
                flow.settle((1 + virtual.streams()) * PER_STREAM);
            }
        } finally {
            standing.unlock();
        }
    }
}
