package org.vinculum.machine.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.GuestResources;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.memory.AddressRange;

/// What a bound guest is as a domain.
final class GuestPlan {
    /// The frame of an interrupt translation service that takes messages (IHI 0069, 12.18).
    private static final long MESSAGE_FRAME = 0x1_0000;

    /// The virtual SMMU's own messages have no DeviceID in what `bind` writes: it has wired interrupts.
    private static final long NO_DEVICE_ID = 0xffff_ffffL;

    private GuestPlan() {}

    /// @param doorbell whether the machine has something behind a guest's message frame
    static DomainDescription of(GuestBinder.Result result, boolean doorbell) {
        Binding binding = result.binding();
        GuestResources resources = result.resources();
        return new DomainDescription(
                binding.domain(),
                resources.ram(),
                false,
                windows(resources),
                doorbell ? messageFrame(resources) : Optional.empty(),
                viommus(binding, resources),
                streams(binding),
                List.of(),
                DomainDescription.ORDINARY_WEIGHT,
                GuestInterrupts.NONE);
    }

    private static List<DomainDescription.Window> windows(GuestResources resources) {
        List<DomainDescription.Window> windows = new ArrayList<>();
        for (GuestResources.Window window : resources.windows()) {
            windows.add(new DomainDescription.Window(window.guest(), window.host()));
        }
        return windows;
    }

    private static Optional<AddressRange> messageFrame(GuestResources resources) {
        return resources
                .messageWindow()
                .filter(window -> window.size() >= MESSAGE_FRAME)
                .map(window -> new AddressRange(window.start(), MESSAGE_FRAME));
    }

    private static List<VirtualIommuDescription> viommus(
            Binding binding, GuestResources resources) {
        List<VirtualIommuDescription> viommus = new ArrayList<>();
        for (int i = 0; i < binding.viommus().size(); i++) {
            VirtualIommuNode node = binding.viommus().get(i);
            GuestResources.Interrupts lines =
                    i < resources.interrupts().size()
                            ? resources.interrupts().get(i)
                            : new GuestResources.Interrupts(node.intid(), node.intid(), 0);
            viommus.add(viommu(node, lines));
        }
        return viommus;
    }

    private static VirtualIommuDescription viommu(
            VirtualIommuNode node, GuestResources.Interrupts lines) {
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                node.registers(),
                lines.eventIntid(),
                lines.gerrorIntid(),
                lines.deviceIdBase(),
                NO_DEVICE_ID,
                node.sidBits(),
                false,
                false,
                Map.of());
    }

    private static List<DomainDescription.Stream> streams(Binding binding) {
        List<DomainDescription.Stream> streams = new ArrayList<>();
        for (BoundStream stream : binding.streams()) {
            streams.add(
                    new DomainDescription.Stream(
                            stream.viommu(), stream.vsid(), stream.physical()));
        }
        return streams;
    }
}
