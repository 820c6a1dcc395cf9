package org.vinculum.qemu.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.Idr0;

/// The machine and the domain that a live guest gets: two SMMUs of its model, its RAM shared with the emulator.
///
/// @param model full name of the model
/// @param common what the physical SMMUs show in place of the model's own, where others may take over
/// @param own what they say of themselves
/// @param shared the guest's RAM at its host physical address
record GuestPlan(
        GuestSmmuDescription guest,
        String model,
        Map<String, Long> common,
        Idr0 own,
        Ram shared,
        StreamPlan streams) {
    private static final String NAME = "live";

    /// As devices are known to the interrupt translation service: by their streams.
    private static final long DEVICE_ID_BASE = 0;

    private static final long OWN_DEVICE_ID = 0xffff_ffffL;

    MachineDescription machine() {
        List<MachineDescription.Smmu> smmus = new ArrayList<>();
        for (String path : StreamPlan.SMMUS) {
            AddressRange frame = HostLayout.frame(smmus.size());
            smmus.add(new MachineDescription.Smmu(path, frame, model, common));
        }
        return new MachineDescription(
                smmus,
                List.of(HostLayout.tables()),
                List.of(shared),
                Optional.of(HostLayout.messageFrame()),
                MachineDescription.DEFAULT_BUDGET,
                MachineDescription.DEFAULT_POLICY);
    }

    /// @throws org.vinculum.live.LiveGuestRefusedException for identification that no virtual SMMU has
    DomainDescription domain() {
        AddressRange ram = AddressRange.of(guest.memory().start(), guest.memory().size());
        return new DomainDescription(
                NAME,
                List.of(),
                false,
                List.of(new Window(ram, new Address(shared.start()))),
                Optional.of(guest.messageFrame()),
                List.of(viommu()),
                streams.all(),
                List.of(),
                DomainDescription.ORDINARY_WEIGHT,
                guest.interrupts());
    }

    /// Transactions may wait for the guest, and devices may ask for translations to keep.
    private VirtualIommuDescription viommu() {
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                guest.registers(),
                guest.eventIntid(),
                guest.gerrorIntid(),
                DEVICE_ID_BASE,
                OWN_DEVICE_ID,
                guest.sidBits(),
                true,
                true,
                Baseline.of(guest.identification(), own));
    }
}
