package org.vinculum.binding;

import java.util.List;
import java.util.Optional;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// What a guest is given beside its streams, as its description says: for whoever is to run it.
///
/// @param ram guest physical, ascending
/// @param windows host memory shown to the guest, in configuration order
/// @param messageWindow guest physical range kept for the doorbells of its MSIs
/// @param interrupts of the virtual SMMUs, in the order of [Binding#viommus()]
public record GuestResources(
        List<AddressRange> ram,
        List<Window> windows,
        Optional<AddressRange> messageWindow,
        List<Interrupts> interrupts) {
    /// Nothing is said.
    public static final GuestResources NONE =
            new GuestResources(List.of(), List.of(), Optional.empty(), List.of());

    public GuestResources {
        ram = List.copyOf(ram);
        windows = List.copyOf(windows);
        interrupts = List.copyOf(interrupts);
    }

    /// Host memory, usually a device's registers (`iomem`).
    ///
    /// @param guest where the guest sees it
    /// @param host physical address of its first byte
    public record Window(AddressRange guest, Address host) {}

    /// How a virtual SMMU interrupts.
    ///
    /// @param eventIntid interrupt ID of every line but global errors
    /// @param gerrorIntid interrupt ID of global errors, often the same
    /// @param deviceIdBase what the guest's ITS knows stream 0 by
    public record Interrupts(int eventIntid, int gerrorIntid, long deviceIdBase) {}
}
