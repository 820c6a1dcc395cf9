package org.vinculum.toolstack.partial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.CellCounts;
import org.vinculum.devicetree.model.view.Interrupts;
import org.vinculum.devicetree.model.view.Reg;
import org.vinculum.devicetree.model.view.Specifiers;
import org.vinculum.devicetree.model.view.Translation;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.IomemRange;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Makes the guest's node of a device from the host's: name, compatible, registers where `iomem` shows them, and
/// interrupts of the GIC. Everything that refers to other nodes (clocks, resets, regulators) is left out, with a note.
///
/// A host without device tree has no nodes; there only ACPI can describe a device that the partial tree lacks.
public final class GeneratedNodes {
    private static final Set<String> COPIED =
            Set.of("compatible", "reg-names", "interrupt-names", "label");
    // written anew or of no use in the guest; their absence needs no note
    private static final Set<String> HANDLED =
            Set.of(
                    "reg",
                    "interrupts",
                    "interrupts-extended",
                    "interrupt-parent",
                    "iommus",
                    "phandle",
                    "linux,phandle",
                    "status",
                    "name",
                    "dma-coherent",
                    "dma-noncoherent",
                    "#address-cells",
                    "#size-cells");
    private static final int GIC_CELLS = 3;

    private final Host host;
    private final PartialTree partial;
    private final List<IomemRange> iomem;
    private final boolean acpi;
    private final Verdict verdict;
    private final Set<String> names = new HashSet<>();

    public GeneratedNodes(Host host, PartialTree partial, GuestConfig config, Verdict verdict) {
        this.host = host;
        this.partial = partial;
        this.iomem = config.iomem();
        this.acpi = config.acpi().isPresent();
        this.verdict = verdict;
        partial.passthrough().children().forEach(child -> names.add(child.name()));
    }

    /// Adds a node for a host device to `/passthrough`; none where there is nothing to make it from.
    Optional<Node> add(String path, String place) {
        Optional<Node> source = host.node(path);
        if (source.isEmpty() && !acpi) {
            verdict.refuse(
                    "guest-node-missing",
                    place,
                    "the partial tree has no node for '"
                            + path
                            + "', and the host has no device tree to make one from; add a node with"
                            + " xen,path = \""
                            + path.replace("\\", "\\\\")
                            + "\", or describe the guest by ACPI (acpi = 1)");
        }
        return source.map(node -> add(path, node, place));
    }

    private Node add(String path, Node source, String place) {
        String baseName = path.substring(path.lastIndexOf('/') + 1);
        List<long[]> registers = registers(source);
        Node node = new Node(name(baseName, registers));
        if (!names.add(node.name())) {
            verdict.refuse(
                    "guest-node-collision",
                    place,
                    "the guest would have two nodes called "
                            + node.name()
                            + "; describe '"
                            + path
                            + "' in a partial tree");
            return node;
        }
        fill(node, source, registers);
        partial.passthrough().add(node);
        say(path, place, node, source);
        return node;
    }

    private void fill(Node node, Node source, List<long[]> registers) {
        for (Property property : source.properties()) {
            if (property.name().equals("reg") && !registers.isEmpty()) {
                node.set(cells(registers));
            } else if (property.name().startsWith("interrupts")) {
                interrupts(source).ifPresent(node::set);
            } else if (COPIED.contains(property.name())) {
                node.set(property);
            }
        }
        if (!node.has("interrupts")) {
            node.remove("interrupt-names");
        }
        if (!node.has("reg")) {
            node.remove("reg-names");
        }
    }

    // Pairs of guest address and size, all of them or none.
    private List<long[]> registers(Node source) {
        List<long[]> registers = new ArrayList<>();
        for (Reg.Block block : Reg.of(source).blocks()) {
            if (!(Translation.of(source, block.address()) instanceof Translation.Cpu cpu)) {
                return List.of();
            }
            registers.add(new long[] {inGuest(cpu.address()), block.size()});
        }
        return registers;
    }

    private long inGuest(long address) {
        for (IomemRange range : iomem) {
            OptionalLong moved = range.translate(address);
            if (moved.isPresent()) {
                return moved.getAsLong();
            }
        }
        return address;
    }

    private Property cells(List<long[]> registers) {
        CellCounts counts = CellCounts.below(partial.passthrough());
        int[] cells = new int[registers.size() * counts.pair()];
        int at = 0;
        for (long[] register : registers) {
            at = put(cells, at, register[0], counts.address());
            at = put(cells, at, register[1], counts.size());
        }
        return Property.cells("reg", cells);
    }

    private static int put(int[] cells, int at, long value, int count) {
        for (int i = 0; i < count; i++) {
            int shift = 32 * (count - 1 - i);
            cells[at + i] = shift < 64 ? (int) (value >>> shift) : 0;
        }
        return at + count;
    }

    // Lines of the GIC keep their numbers in the guest; those of other controllers do not reach it.
    private Optional<Property> interrupts(Node source) {
        List<Specifiers.Entry> lines = Interrupts.of(source, host.index()).lines();
        int[] cells = new int[lines.size() * GIC_CELLS];
        for (int i = 0; i < lines.size(); i++) {
            List<Integer> line = lines.get(i).cells();
            if (!isGic(lines.get(i).target()) || line.size() < GIC_CELLS) {
                return Optional.empty();
            }
            for (int j = 0; j < GIC_CELLS; j++) {
                cells[i * GIC_CELLS + j] = line.get(j);
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Property.cells("interrupts", cells));
    }

    private static boolean hasInterrupts(Node node) {
        return node.has("interrupts") || node.has("interrupts-extended");
    }

    private static boolean isGic(Node node) {
        List<String> compatible =
                node.property("compatible").map(Property::strings).orElse(List.of());
        return compatible.stream().anyMatch(c -> c.startsWith("arm,") && c.contains("gic"));
    }

    private static String name(String hostName, List<long[]> registers) {
        int at = hostName.indexOf('@');
        if (registers.isEmpty() || at < 0) {
            return at < 0 ? hostName : hostName.substring(0, at);
        }
        return hostName.substring(0, at + 1) + Long.toHexString(registers.getFirst()[0]);
    }

    private void say(String path, String place, Node node, Node source) {
        List<String> left = new ArrayList<>();
        for (Property property : source.properties()) {
            if (!node.has(property.name()) && !HANDLED.contains(property.name())) {
                left.add(property.name());
            }
        }
        if (!node.has("interrupts") && hasInterrupts(source)) {
            left.add("interrupts, which are not the GIC's");
        }
        List<String> made = node.properties().stream().map(Property::name).toList();
        String message =
                node.path()
                        + " was made from the host's '"
                        + path
                        + "'"
                        + (made.isEmpty() ? "" : " with " + String.join(", ", made))
                        + (left.isEmpty() ? "" : "; left out: " + Sentences.list(left));
        if (partial.given()) {
            verdict.warn("guest-node-generated", place, partial.name() + " lacks it: " + message);
        } else {
            verdict.note("guest-node-generated", place, message);
        }
    }
}
