package org.vinculum.live;

import java.util.List;
import java.util.Map;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// An SMMU as a live guest gets it.
///
/// @param model the [org.vinculum.iommu.IommuModelFactory#name()] of the SMMU, or of those behind a virtual one
/// @param identification values of identification registers by architectural name, in place of the model's own; for a
///     virtual SMMU the most that it shows
/// @param memory what devices reach, at guest physical addresses; the guest's CPUs write to it at the same time
/// @param registers guest physical
/// @param messageFrame the guest's interrupt translation service, 64 KiB, guest physical; a message there is
///     [GuestInterrupts#message]
/// @param eventIntid interrupt ID of every line but global errors; 33 is SPI 1
/// @param gerrorIntid interrupt ID of global errors
/// @param sidBits SIDSIZE, IHI 0070, 6.3.2
/// @param streams what devices are connected to
/// @param alternatives models that may take over while the guest runs, as `model`: what is not asked for in `identification`
///     is no more than each of them can
public record GuestSmmuDescription(
        String model,
        Map<String, Long> identification,
        Ram memory,
        AddressRange registers,
        AddressRange messageFrame,
        int eventIntid,
        int gerrorIntid,
        int sidBits,
        List<StreamId> streams,
        GuestInterrupts interrupts,
        List<String> alternatives) {
    public GuestSmmuDescription {
        identification = Map.copyOf(identification);
        streams = List.copyOf(streams);
        alternatives = List.copyOf(alternatives);
    }

    /// Without alternatives.
    public GuestSmmuDescription(
            String model,
            Map<String, Long> identification,
            Ram memory,
            AddressRange registers,
            AddressRange messageFrame,
            int eventIntid,
            int gerrorIntid,
            int sidBits,
            List<StreamId> streams,
            GuestInterrupts interrupts) {
        this(
                model,
                identification,
                memory,
                registers,
                messageFrame,
                eventIntid,
                gerrorIntid,
                sidBits,
                streams,
                interrupts,
                List.of());
    }
}
