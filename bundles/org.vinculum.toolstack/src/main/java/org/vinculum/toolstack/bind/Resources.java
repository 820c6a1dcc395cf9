package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.Binding;
import org.vinculum.binding.GuestResources;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.memory.AddressRange;
import org.vinculum.toolstack.acpi.AcpiLimits;
import org.vinculum.toolstack.acpi.GuestDescription;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.IomemRange;
import org.vinculum.toolstack.guest.GuestMap;

/// Says again, for whoever runs the guest, what its tree and tables say of memory and interrupts.
final class Resources {
    private Resources() {}

    static GuestResources of(GuestConfig config, Binding binding) {
        boolean acpi = config.acpi().isPresent();
        Optional<AddressRange> window =
                config.messageWindow().filter(_ -> acpi).map(_ -> AcpiLimits.window());
        return new GuestResources(
                GuestMap.ram(config.memory()),
                windows(config.iomem()),
                window,
                interrupts(binding.viommus(), acpi));
    }

    private static List<GuestResources.Window> windows(List<IomemRange> iomem) {
        List<GuestResources.Window> windows = new ArrayList<>();
        for (IomemRange range : iomem) {
            windows.add(new GuestResources.Window(range.guest(), range.machine().start()));
        }
        return windows;
    }

    // A device tree shows one line for everything, an IORT two.
    private static List<GuestResources.Interrupts> interrupts(
            List<VirtualIommuNode> viommus, boolean acpi) {
        List<GuestResources.Interrupts> interrupts = new ArrayList<>();
        for (int i = 0; i < viommus.size(); i++) {
            VirtualIommuNode node = viommus.get(i);
            int gerror = acpi ? GuestDescription.gerrorIntid(node) : node.intid();
            interrupts.add(
                    new GuestResources.Interrupts(
                            node.intid(), gerror, GuestDescription.deviceIdBase(i)));
        }
        return interrupts;
    }
}
