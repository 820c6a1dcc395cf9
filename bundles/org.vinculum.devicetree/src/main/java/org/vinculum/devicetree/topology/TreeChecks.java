package org.vinculum.devicetree.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Looks at every property once, for faults that have nothing to do with DMA or come before it.
final class TreeChecks {
    // nodes that speak about the tree in terms of their own
    private static final Set<String> META =
            Set.of("__symbols__", "__fixups__", "__local_fixups__", "aliases");

    private final Reading reading;
    private final Map<String, PropertyCheck> checks = new HashMap<>();
    private final PropertyCheck counts;

    private TreeChecks(Reading reading) {
        this.reading = reading;
        this.counts = new CellCountCheck(reading);
        TextCheck text = new TextCheck(reading);
        List.of("compatible", "device_type", "model").forEach(name -> checks.put(name, text));
        checks.put("status", new StatusCheck(reading, text));
        PhandleCheck phandles = new PhandleCheck(reading);
        checks.put("phandle", phandles);
        checks.put("linux,phandle", phandles);
        if (!reading.overlay()) {
            addForCompleteTrees();
        }
    }

    private void addForCompleteTrees() {
        checks.put("reg", new RegCheck(reading));
        RangesCheck ranges = new RangesCheck(reading);
        checks.put("ranges", ranges);
        checks.put("dma-ranges", ranges);
        InterruptCheck interrupts = new InterruptCheck(reading);
        checks.put("interrupts", interrupts);
        checks.put("interrupts-extended", interrupts);
        checks.put("interrupt-map", interrupts);
        checks.put("interrupt-parent", new ReferenceCheck(reading));
        ReferenceCheck.LISTS.keySet().forEach(n -> checks.put(n, new ReferenceCheck(reading)));
    }

    static void run(Reading reading) {
        TreeChecks checks = new TreeChecks(reading);
        Node meta = null;
        for (Node node : reading.index().nodes()) {
            if (node.parent().isPresent() && node.parent().get().parent().isEmpty()) {
                meta = META.contains(node.name()) ? node : null;
            }
            if (meta == null) {
                checks.check(node);
            }
        }
        if (reading.overlay()) {
            reading.note(
                    "overlay-alone",
                    reading.index().nodes().getFirst(),
                    "this is an overlay, whose references and cell counts are settled only in the"
                            + " tree it is applied to: check that tree");
        }
    }

    private void check(Node node) {
        for (Property property : node.properties()) {
            PropertyCheck check = checks.get(property.name());
            if (check != null) {
                check.check(node, property);
            } else if (CellCountCheck.counts(property.name())) {
                counts.check(node, property);
            }
        }
    }
}
