package org.vinculum.qemu.mode;

import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.qemu.domain.DomainSmmu;
import org.vinculum.qemu.physical.PhysicalSmmu;

/// What a guest may get.
enum Mode {
    PHYSICAL,
    VIRTUAL;

    GuestSmmu create(GuestSmmuDescription description) {
        return switch (this) {
            case PHYSICAL -> PhysicalSmmu.of(description, InstalledModels::contender);
            case VIRTUAL ->
                    DomainSmmu.of(
                            description, InstalledModels::contender, InstalledModels.hypervisor());
        };
    }
}
