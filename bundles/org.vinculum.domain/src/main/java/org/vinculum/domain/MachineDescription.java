package org.vinculum.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// What a machine is made of.
///
/// @param smmus in the firmware's order
/// @param ram host physical, whole 2 MiB pieces, none overlapping another, a frame or the message frame
/// @param shared host physical RAM that somebody else reaches too, such as the emulator of a guest; it becomes a domain's only
///     through a [DomainDescription.Window], and nobody wipes it
/// @param messageFrame the 64 KiB frame of the interrupt translation service that devices and SMMUs write their messages to
///     (IHI 0069, 12.19); empty without one
/// @param budget host commands that one register write of a guest may cause at most, at least 8
/// @param policy name of the [SchedulingPolicy]
public record MachineDescription(
        List<Smmu> smmus,
        List<AddressRange> ram,
        List<Ram> shared,
        Optional<AddressRange> messageFrame,
        int budget,
        String policy) {
    /// What one register write of a guest may cause, unless a description says otherwise.
    public static final int DEFAULT_BUDGET = 64;

    /// The policy that is always there.
    public static final String DEFAULT_POLICY = "deficit-round-robin";

    /// @throws IllegalArgumentException for a budget below 8
    public MachineDescription {
        if (budget < 8) {
            throw new IllegalArgumentException("a budget of " + budget + " host commands");
        }
        smmus = List.copyOf(smmus);
        ram = List.copyOf(ram);
        shared = List.copyOf(shared);
    }

    /// With RAM of the machine alone.
    public MachineDescription(
            List<Smmu> smmus,
            List<AddressRange> ram,
            Optional<AddressRange> messageFrame,
            int budget,
            String policy) {
        this(smmus, ram, List.of(), messageFrame, budget, policy);
    }

    /// With the default budget and policy, and without a message frame.
    public MachineDescription(List<Smmu> smmus, List<AddressRange> ram) {
        this(smmus, ram, Optional.empty(), DEFAULT_BUDGET, DEFAULT_POLICY);
    }

    /// A physical SMMUv3.
    ///
    /// @param path the [org.vinculum.firmware.Iommu#path()] by which bindings name it
    /// @param frame host physical
    /// @param model the [org.vinculum.iommu.IommuModelFactory#name()] of what may stand there, or a filter (OSGi Core, 3.2.7)
    ///     over the properties of such services; the best of them does
    /// @param identification as for [org.vinculum.iommu.IommuModelFactory#create]
    public record Smmu(
            String path, AddressRange frame, String model, Map<String, Long> identification) {
        public Smmu {
            identification = Map.copyOf(identification);
        }
    }
}
