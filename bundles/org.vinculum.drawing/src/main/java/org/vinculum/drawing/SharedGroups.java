package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// Names the groups of masters that share streams A, B, C, so that a reader finds the other end of a coloured link.
final class SharedGroups {
    private final Map<Group, String> letters = new LinkedHashMap<>();
    private final Map<PhysicalStream, String> byStream = new HashMap<>();
    private final Map<Group, IdRuns> runs = new LinkedHashMap<>();

    private record Group(String iommu, List<String> masters) {}

    SharedGroups(Platform platform) {
        platform.sharedStreams()
                .forEach((stream, masters) -> {
                    Group group = new Group(stream.iommu(), masters);
                    letters.computeIfAbsent(group, _ -> letter(letters.size()));
                    byStream.put(stream, letters.get(group));
                    runs.computeIfAbsent(group, _ -> new IdRuns()).add(stream.id().unsigned(), 1);
                });
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /// The letter of the group that uses a stream; null when one master or none does.
    String letter(PhysicalStream stream) {
        return byStream.get(stream);
    }

    /// One line a group: its letter, its IDs, its IOMMU and its masters.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        letters.forEach((group, letter) ->
                lines.add(
                        letter
                                + ": "
                                + String.join(", ", Labels.capped(runs.get(group).texts(), 4))
                                + " at "
                                + Labels.lastName(group.iommu)
                                + ": "
                                + String.join(", ", names(group.masters))));
        return lines;
    }

    private static List<String> names(List<String> paths) {
        return Labels.capped(paths.stream().map(Labels::lastName).toList(), 5);
    }

    /// A to Z, then AA and on.
    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}
