package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Kind;
import org.vinculum.drawing.Diagram.Tone;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Master.ForeignUse;
import org.vinculum.firmware.Master.StreamUse;

/// Puts platform devices on the sheet, each with one link an IOMMU and one more for what it shares there.
///
/// Where an IOMMU has too many devices for a picture, the later ones become one box that says how many they are.
final class MasterBoxes {
    /// The most devices drawn one by one in a whole picture.
    static final int MOST_MASTERS = 400;

    /// The most devices drawn one by one at one IOMMU.
    static final int MOST_AT_ONE_IOMMU = 40;

    private static final int MOST_LABEL_LINES = 3;
    private static final int RUNS_A_LINE = 2;

    private final Sheet sheet;
    private final SharedGroups shared;
    private final int limit;
    private final Map<String, Integer> drawn = new HashMap<>();
    private final Map<String, Rest> rests = new LinkedHashMap<>();
    private int leftOut;

    /// The devices of one IOMMU that are not drawn one by one.
    private static final class Rest {
        int masters;
        final Map<String, Integer> streams = new LinkedHashMap<>();
    }

    MasterBoxes(Sheet sheet, SharedGroups shared, int iommus) {
        this.sheet = sheet;
        this.shared = shared;
        this.limit =
                Math.clamp(
                        MOST_MASTERS / Math.max(1, Math.min(iommus, Sheet.MOST_IOMMUS)),
                        1,
                        MOST_AT_ONE_IOMMU);
    }

    void add(Master master) {
        String first = firstIommu(master);
        if (!sheet.draws(first)) {
            leftOut++;
        } else if (drawn.merge(first, 1, Integer::sum) <= limit) {
            draw(master);
        } else {
            count(master, rests.computeIfAbsent(first, _ -> new Rest()));
        }
    }

    /// Draws the boxes of those that were only counted; to be called once, after the last master.
    void addRests() {
        for (Rest rest : rests.values()) {
            String name = "and " + Labels.count(rest.masters, "more device", "more devices");
            int box = sheet.add(new Box(Kind.MASTER, name, List.of(), name, true));
            rest.streams.forEach((iommu, streams) ->
                    sheet.link(
                            box, iommu, List.of(Labels.count(streams, "ID", "IDs")), Tone.PLAIN));
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!rests.isEmpty()) {
            notes.add("At most " + limit + " devices are drawn one by one at each IOMMU.");
        }
        if (leftOut > 0) {
            notes.add(Labels.count(leftOut, "device", "devices") + " at those IOMMUs: not drawn.");
        }
        return notes;
    }

    private static String firstIommu(Master master) {
        if (!master.streams().isEmpty()) {
            return master.streams().getFirst().stream().iommu();
        }
        return master.foreign().isEmpty() ? "" : master.foreign().getFirst().iommu();
    }

    private static void count(Master master, Rest rest) {
        rest.masters++;
        for (StreamUse use : master.streams()) {
            rest.streams.merge(use.stream().iommu(), 1, Integer::sum);
        }
        for (ForeignUse use : master.foreign()) {
            rest.streams.merge(use.iommu(), 1, Integer::sum);
        }
    }

    private void draw(Master master) {
        String parent = master.path().substring(0, Math.max(0, master.path().lastIndexOf('/')));
        List<String> details = new ArrayList<>();
        if (!parent.isEmpty()) {
            details.add(Labels.elided(parent, Labels.LONGEST));
        }
        details.addAll(DmaLines.of(master.dma()));
        details.addAll(DmaLines.of(master.messages()));
        int box =
                sheet.add(
                        new Box(
                                Kind.MASTER,
                                Labels.lastName(master.path()),
                                details,
                                master.path(),
                                master.enabled()));
        linkStreams(box, master);
        linkForeign(box, master);
    }

    private void linkStreams(int box, Master master) {
        Map<String, IdRuns> own = new LinkedHashMap<>();
        Map<String, IdRuns> common = new LinkedHashMap<>();
        Map<String, TreeSet<String>> letters = new HashMap<>();
        for (StreamUse use : master.streams()) {
            String iommu = use.stream().iommu();
            String letter = shared.letter(use.stream());
            (letter == null ? own : common).computeIfAbsent(iommu, _ -> new IdRuns()).add(use);
            if (letter != null) {
                letters.computeIfAbsent(iommu, _ -> new TreeSet<>()).add(letter);
            }
        }
        own.forEach((iommu, runs) -> sheet.link(box, iommu, lines("", runs), Tone.PLAIN));
        common.forEach((iommu, runs) -> {
            String groups = String.join(" ", Labels.capped(List.copyOf(letters.get(iommu)), 4));
            sheet.link(box, iommu, lines(groups + ": ", runs), Tone.SHARED);
        });
    }

    private void linkForeign(int box, Master master) {
        Map<String, List<String>> specifiers = new LinkedHashMap<>();
        for (ForeignUse use : master.foreign()) {
            List<String> cells =
                    use.specifier().stream()
                            .map(c -> IdRuns.hex(Integer.toUnsignedLong(c)))
                            .toList();
            List<String> lines = specifiers.computeIfAbsent(use.iommu(), _ -> new ArrayList<>());
            if (!cells.isEmpty()) {
                lines.add(String.join(" ", Labels.capped(cells, 4)));
            }
        }
        specifiers.forEach((iommu, lines) ->
                sheet.link(box, iommu, Labels.capped(lines, MOST_LABEL_LINES), Tone.FOREIGN));
    }

    private static List<String> lines(String prefix, IdRuns runs) {
        List<String> texts = runs.texts();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += RUNS_A_LINE) {
            int end = Math.min(texts.size(), i + RUNS_A_LINE);
            lines.add(String.join(", ", texts.subList(i, end)));
        }
        lines.set(0, prefix + lines.getFirst());
        return Labels.capped(lines, MOST_LABEL_LINES);
    }
}
