package org.vinculum.devicetree.topology;

import java.util.Map;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.Fault;
import org.vinculum.devicetree.model.view.Specifiers;

/// Lists of references that every binding reads alike must lead to nodes, with the cells that those ask for.
final class ReferenceCheck implements PropertyCheck {
    /// Property of the list, and the one that counts the cells of its entries; empty for plain phandles.
    static final Map<String, String> LISTS =
            Map.ofEntries(
                    Map.entry("assigned-clock-parents", "#clock-cells"),
                    Map.entry("assigned-clocks", "#clock-cells"),
                    Map.entry("clocks", "#clock-cells"),
                    Map.entry("dmas", "#dma-cells"),
                    Map.entry("hwlocks", "#hwlock-cells"),
                    Map.entry("interconnects", "#interconnect-cells"),
                    Map.entry("interrupt-parent", ""),
                    Map.entry("io-channels", "#io-channel-cells"),
                    Map.entry("mboxes", "#mbox-cells"),
                    Map.entry("memory-region", ""),
                    Map.entry("next-level-cache", ""),
                    Map.entry("phys", "#phy-cells"),
                    Map.entry("power-domains", "#power-domain-cells"),
                    Map.entry("pwms", "#pwm-cells"),
                    Map.entry("remote-endpoint", ""),
                    Map.entry("resets", "#reset-cells"),
                    Map.entry("sound-dai", "#sound-dai-cells"),
                    Map.entry("thermal-sensors", "#thermal-sensor-cells"));

    private static final String CONSEQUENCE =
            "what the device depends on from there on is not found";

    private final Reading reading;
    private final FaultReport faults;

    ReferenceCheck(Reading reading) {
        this.reading = reading;
        this.faults = new FaultReport(reading);
    }

    @Override
    public void check(Node node, Property property) {
        String counted = LISTS.get(property.name());
        if (counted.isEmpty()) {
            checkPlain(node, property);
        } else {
            Specifiers.read(property, counted, reading.index())
                    .fault()
                    .ifPresent(f -> faults.reportReference(node, property.name(), f, CONSEQUENCE));
        }
    }

    private void checkPlain(Node node, Property property) {
        for (int at = 0; at < property.cellCount(); at++) {
            int phandle = property.cell(at);
            if (phandle != 0 && reading.index().byPhandle(phandle).isEmpty()) {
                Fault fault = new Fault.Dangling(at, phandle);
                faults.reportReference(node, property.name(), fault, CONSEQUENCE);
                return;
            }
        }
    }
}
