package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.ReservedRegion;

/// What firmware says of DMA beside streams, in lines for boxes and below the picture; none where it says nothing.
final class DmaLines {
    private static final int MOST_REGIONS = 8;
    private static final int MOST_STREAMS = 4;
    private static final int MOST_CONTROLLERS = 2;

    private DmaLines() {}

    /// `40 address bits, ATS, stall`.
    static List<String> of(DmaFeatures dma) {
        List<String> words = new ArrayList<>();
        dma.addressBits().ifPresent(bits -> words.add(bits + " address bits"));
        if (dma.ats()) {
            words.add("ATS");
        }
        if (dma.pri()) {
            words.add("PRI");
        }
        if (dma.stall()) {
            words.add("stall");
        }
        if (dma.pasidBits() > 0) {
            words.add("PASIDs of " + dma.pasidBits() + " bits");
        }
        return words.isEmpty() ? List.of() : List.of(String.join(", ", words));
    }

    /// `messages to IORT:0x30`.
    static List<String> of(List<MessageTarget> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Set<String> controllers = new LinkedHashSet<>();
        for (MessageTarget target : targets) {
            controllers.add(Labels.lastName(target.controller()));
        }
        List<String> shown = Labels.capped(List.copyOf(controllers), MOST_CONTROLLERS);
        return List.of("messages to " + String.join(", ", shown));
    }

    /// A line for each of the first regions: `Reserved: 0x80000000+0x800000 for 0x10 of IORT:0x48, Device-nGnRnE`.
    static List<String> reserved(List<ReservedRegion> regions) {
        List<String> lines = new ArrayList<>();
        for (ReservedRegion region : regions) {
            if (lines.size() == MOST_REGIONS) {
                lines.add("Reserved: " + (regions.size() - MOST_REGIONS) + " more of these");
                return lines;
            }
            lines.add(
                    "Reserved: "
                            + region.range()
                            + " for "
                            + users(region.streams())
                            + ", "
                            + region.attributes());
        }
        return lines;
    }

    private static String users(List<PhysicalStream> streams) {
        StringBuilder text = new StringBuilder(streams.isEmpty() ? "no stream" : "");
        for (int i = 0; i < Math.min(MOST_STREAMS, streams.size()); i++) {
            PhysicalStream stream = streams.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(stream.id())
                    .append(" of ")
                    .append(Labels.lastName(stream.iommu()));
        }
        int more = streams.size() - MOST_STREAMS;
        return more > 0 ? text + " and " + more + " more" : text.toString();
    }
}
