package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Kind;
import org.vinculum.drawing.Diagram.Link;
import org.vinculum.drawing.Diagram.Tone;

/// Explains the colours that a diagram uses, and only those; then the shared streams and the notes, a line each.
final class Legend {
    private static final double SIZE = 12;
    private static final double LINE = 20;
    private static final double SWATCH = 14;
    private static final double GAP = 28;

    private final Diagram diagram;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String text, String fill, String stroke, boolean dashed) {
        double width() {
            return SWATCH + 8 + Metrics.width(text, SIZE) + GAP;
        }
    }

    Legend(Diagram diagram) {
        this.diagram = diagram;
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean disabled = false;
        for (Box box : diagram.boxes()) {
            kinds.add(box.kind());
            disabled |= !box.enabled();
        }
        for (Kind kind : kinds) {
            entries.add(new Entry(kind.legend(), Palette.fill(kind), Palette.border(kind), false));
        }
        if (disabled) {
            entries.add(new Entry("disabled", Palette.PAPER, Palette.SOFT_INK, true));
        }
        if (diagram.links().stream().map(Link::tone).anyMatch(Tone.SHARED::equals)) {
            String colour = Palette.line(Tone.SHARED);
            entries.add(new Entry("shared stream: cannot be told apart", colour, colour, false));
        }
    }

    double width() {
        double width = entries.stream().mapToDouble(Entry::width).sum();
        return Math.max(
                width,
                Math.max(
                        Metrics.widest(diagram.shared(), SIZE),
                        Metrics.widest(diagram.notes(), SIZE)));
    }

    double height() {
        return LINE * (1 + diagram.shared().size() + diagram.notes().size());
    }

    void write(SvgText svg, double left, double top) {
        double x = left;
        for (Entry entry : entries) {
            swatch(svg, entry, x, top);
            text(svg, x + SWATCH + 8, top + 11, Palette.INK, entry.text());
            x += entry.width();
        }
        double y = top + LINE + 12;
        for (String line : diagram.shared()) {
            text(svg, left, y, Palette.label(Tone.SHARED), line);
            y += LINE;
        }
        for (String line : diagram.notes()) {
            text(svg, left, y, Palette.SOFT_INK, line);
            y += LINE;
        }
    }

    private static void swatch(SvgText svg, Entry entry, double x, double y) {
        svg.open("rect")
                .with("x", x)
                .with("y", y)
                .with("width", SWATCH)
                .with("height", SWATCH)
                .with("rx", 3)
                .with("fill", entry.fill())
                .with("stroke", entry.stroke());
        if (entry.dashed()) {
            svg.with("stroke-dasharray", "3 2");
        }
        svg.end();
    }

    private static void text(SvgText svg, double x, double y, String colour, String text) {
        svg.open("text")
                .with("x", x)
                .with("y", y)
                .with("font-size", SIZE)
                .with("fill", colour)
                .end("text", text);
    }
}
