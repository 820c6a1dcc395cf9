package org.vinculum.devicetree.topology;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Fault;
import org.vinculum.devicetree.model.view.InterruptMap;
import org.vinculum.devicetree.model.view.Interrupts;

/// Interrupts are counted in cells of the controller they go to (DTSpec 0.4, 2.4).
final class InterruptCheck implements PropertyCheck {
    private static final String CONSEQUENCE = "the interrupts from there on do not arrive";

    // controllers whose drivers read interrupt-map in a way of their own (Linux:
    // of_irq_imap_abusers)
    private static final Set<String> OWN_MAP =
            Set.of(
                    "CBEA,platform-spider-pic",
                    "sti,platform-spider-pic",
                    "realtek,rtl-intc",
                    "fsl,ls1021a-extirq",
                    "fsl,ls1043a-extirq",
                    "fsl,ls1088a-extirq",
                    "renesas,rza1-irqc");

    private final Reading reading;
    private final FaultReport faults;

    InterruptCheck(Reading reading) {
        this.reading = reading;
        this.faults = new FaultReport(reading);
    }

    @Override
    public void check(Node node, Property property) {
        String name = property.name();
        if (name.equals("interrupt-map")) {
            checkMap(node);
        } else if (name.equals("interrupts-extended") || !node.has("interrupts-extended")) {
            checkLines(node, property);
        }
    }

    private void checkMap(Node node) {
        if (Collections.disjoint(Compatible.of(node), OWN_MAP)) {
            report(node, "interrupt-map", InterruptMap.of(node, reading.index()).fault());
        }
    }

    private void checkLines(Node node, Property property) {
        boolean local = property.name().equals("interrupts");
        if (local && property.length() > 0 && Interrupts.parent(node, reading.index()).isEmpty()) {
            reading.warning(
                    "interrupt-parent-missing",
                    node,
                    property.name(),
                    "no interrupt-parent leads to a controller with #interrupt-cells: the"
                            + " interrupts do not arrive");
            return;
        }
        report(node, property.name(), Interrupts.of(node, reading.index()).fault());
    }

    private void report(Node node, String property, Optional<Fault> fault) {
        fault.ifPresent(f -> faults.reportReference(node, property, f, CONSEQUENCE));
    }
}
