package org.vinculum.devicetree.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Reg;
import org.vinculum.devicetree.model.view.Translation;
import org.vinculum.devicetree.model.view.Window;
import org.vinculum.memory.AddressRange;

/// Finds the register frame of an IOMMU as the CPU sees it.
final class FrameReader {
    private final Reading reading;
    private final Map<Node, List<Window>> windows = new HashMap<>();

    FrameReader(Reading reading) {
        this.reading = reading;
    }

    /// The first block of `reg`, in CPU addresses; empty, with a finding, when no CPU address leads to it.
    Optional<AddressRange> registers(Node node) {
        Reg reg = Reg.of(node);
        if (reg.blocks().isEmpty() || reading.overlay()) {
            return Optional.empty();
        }
        Reg.Block block = reg.blocks().getFirst();
        return switch (Translation.of(node, block.address(), this::windows)) {
            case Translation.Cpu cpu -> range(node, cpu, block.size());
            case Translation.Closed closed ->
                    unreachable(node, reading.path(closed.bus()) + " has no ranges");
            case Translation.Outside outside ->
                    unreachable(
                            node,
                            "no window in ranges of " + reading.path(outside.bus()) + " holds it");
        };
    }

    private List<Window> windows(Node bus) {
        return windows.computeIfAbsent(bus, b -> Window.of(b, "ranges"));
    }

    private Optional<AddressRange> range(Node node, Translation.Cpu cpu, long size) {
        if (size != 0 && Long.compareUnsigned(cpu.address() + size - 1, cpu.address()) < 0) {
            return unreachable(node, "it runs past the end of the address space");
        }
        if (Long.compareUnsigned(size, cpu.room()) > 0) {
            reading.warning(
                    "reg-past-window",
                    node,
                    "reg",
                    "the registers are "
                            + FaultReport.hex(size)
                            + " bytes and the ranges above hold "
                            + FaultReport.hex(cpu.room())
                            + " of them: the end of the frame is something else on the CPU's side");
        }
        return Optional.of(AddressRange.of(cpu.address(), size));
    }

    private Optional<AddressRange> unreachable(Node node, String why) {
        reading.error(
                "reg-untranslatable",
                node,
                "reg",
                why + ": no CPU address leads to the registers and no driver can use the IOMMU");
        return Optional.empty();
    }
}
