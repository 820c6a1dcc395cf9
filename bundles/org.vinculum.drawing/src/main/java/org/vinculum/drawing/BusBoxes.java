package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Kind;
import org.vinculum.drawing.Diagram.Tone;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;

/// Puts host bridges and other mapped buses on the sheet, with a line for each range of requester IDs.
final class BusBoxes {
    /// The most buses drawn.
    static final int MOST_BUSES = 128;

    private static final int MOST_LABEL_LINES = 4;

    private final Sheet sheet;
    private int drawn;
    private int leftOut;

    BusBoxes(Sheet sheet) {
        this.sheet = sheet;
    }

    void add(Bus bus) {
        if (drawn >= MOST_BUSES) {
            leftOut++;
            return;
        }
        drawn++;
        String name = Labels.lastName(bus.path());
        List<String> details = new ArrayList<>(List.of(details(bus)));
        details.addAll(DmaLines.of(bus.dma()));
        int box = sheet.add(new Box(Kind.BUS, name, details, bus.path(), bus.enabled()));
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            lines.computeIfAbsent(entry.target(), _ -> new ArrayList<>()).add(text(entry));
        }
        lines.forEach((iommu, labels) ->
                sheet.link(box, iommu, Labels.capped(labels, MOST_LABEL_LINES), Tone.PLAIN));
    }

    List<String> notes() {
        return leftOut == 0
                ? List.of()
                : List.of(Labels.count(leftOut, "further bus", "further buses") + ": not drawn.");
    }

    private static String details(Bus bus) {
        String what =
                bus.pci()
                        .map(p ->
                                "PCI segment "
                                        + p.segment()
                                        + ", buses "
                                        + IdRuns.text(p.firstBus(), p.lastBus()))
                        .orElse("bus");
        if (bus.iommuMap().entries().isEmpty()) {
            return what + ", not translated";
        }
        int mask = bus.iommuMap().mask();
        return mask == -1 ? what : what + ", mask " + IdRuns.hex(Integer.toUnsignedLong(mask));
    }

    private static String text(IdMap.Entry entry) {
        if (entry.length() <= 0) {
            return IdRuns.hex(entry.inputBase()) + ", length 0";
        }
        String in = IdRuns.text(entry.inputBase(), entry.inputBase() + entry.length() - 1);
        String out = IdRuns.text(entry.outputBase(), entry.outputBase() + entry.outputLength() - 1);
        return in.equals(out) ? in : in + " → " + out;
    }
}
