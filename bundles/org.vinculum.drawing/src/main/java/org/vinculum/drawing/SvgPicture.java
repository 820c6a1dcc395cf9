package org.vinculum.drawing;

import java.util.List;
import org.vinculum.drawing.Diagram.Box;
import org.vinculum.drawing.Diagram.Link;
import org.vinculum.drawing.Diagram.Tone;
import org.vinculum.drawing.Placement.Area;
import org.vinculum.drawing.Placement.Point;
import org.vinculum.drawing.Placement.Route;

/// Writes a placed diagram as SVG 1.1: title, links, boxes above them, legend and notes below.
final class SvgPicture {
    private static final double MARGIN = 32;
    private static final double HEADER = 66;
    private static final double CORNER = 6;
    private static final String SANS = "'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
    private static final String MONO = "'DejaVu Sans Mono', Menlo, Consolas, monospace";
    private static final String DASHES = "5 4";

    private final Diagram diagram;
    private final Placement placement;
    private final SvgText svg = new SvgText();

    private SvgPicture(Diagram diagram, Placement placement) {
        this.diagram = diagram;
        this.placement = placement;
    }

    static String of(Diagram diagram, Placement placement) {
        return new SvgPicture(diagram, placement).write();
    }

    private String write() {
        Legend legend = new Legend(diagram);
        double width =
                Math.ceil(Math.max(Math.max(placement.width(), legend.width()), titleWidth()))
                        + 2 * MARGIN;
        double legendTop = HEADER + MARGIN + placement.height() + MARGIN;
        double height = Math.ceil(legendTop + legend.height() + MARGIN);
        start(width, height);
        header();
        svg.open("g")
                .with(
                        "transform",
                        "translate("
                                + SvgText.number(MARGIN)
                                + " "
                                + SvgText.number(HEADER + MARGIN)
                                + ")")
                .children();
        drawTone(Tone.FOREIGN);
        drawTone(Tone.PLAIN);
        drawTone(Tone.SHARED);
        for (int i = 0; i < diagram.boxes().size(); i++) {
            box(diagram.boxes().get(i), placement.boxes().get(i));
        }
        svg.close("g");
        legend.write(svg, MARGIN, legendTop);
        svg.close("svg");
        return svg.toString();
    }

    private double titleWidth() {
        return Math.max(Metrics.width(diagram.title(), 22), Metrics.width(diagram.summary(), 13));
    }

    private void start(double width, double height) {
        svg.open("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("width", width)
                .with("height", height)
                .with("viewBox", "0 0 " + SvgText.number(width) + " " + SvgText.number(height))
                .with("font-family", MONO)
                .children();
        svg.open("title").end("title", diagram.title());
        svg.open("rect")
                .with("width", width)
                .with("height", height)
                .with("fill", Palette.PAPER)
                .end();
    }

    private void header() {
        text(MARGIN, MARGIN + 18, 22, Palette.INK)
                .with("font-family", SANS)
                .with("font-weight", "bold")
                .end("text", diagram.title());
        text(MARGIN, MARGIN + 42, 13, Palette.SOFT_INK)
                .with("font-family", SANS)
                .end("text", diagram.summary());
    }

    /// What matters most is drawn last, on top.
    private void drawTone(Tone tone) {
        for (int i = 0; i < diagram.links().size(); i++) {
            Link link = diagram.links().get(i);
            if (link.tone() == tone) {
                link(link, placement.routes().get(i));
            }
        }
    }

    private void link(Link link, Route route) {
        svg.open("path")
                .with("d", path(route.points()))
                .with("fill", "none")
                .with("stroke", Palette.line(link.tone()))
                .with("stroke-width", link.tone() == Tone.SHARED ? 2.4 : 1.4);
        if (!link.enabled()) {
            svg.with("stroke-dasharray", DASHES);
        }
        svg.end();
        Point end = route.points().getLast();
        svg.open("circle")
                .with("cx", end.x())
                .with("cy", end.y())
                .with("r", 3)
                .with("fill", Palette.line(link.tone()))
                .end();
        if (route.label() != null) {
            label(link, route.label());
        }
    }

    /// The paper shows behind the label, so that the line seems to pause there.
    private void label(Link link, Area area) {
        svg.open("rect")
                .with("x", area.x())
                .with("y", area.y())
                .with("width", area.width())
                .with("height", area.height())
                .with("fill", Palette.PAPER)
                .end();
        double y = area.y() + Metrics.LABEL_SIZE + 1.5;
        for (String line : link.labels()) {
            text(area.x() + area.width() / 2, y, Metrics.LABEL_SIZE, Palette.label(link.tone()))
                    .with("text-anchor", "middle")
                    .end("text", line);
            y += Metrics.lineHeight(Metrics.LABEL_SIZE);
        }
    }

    private void box(Box box, Area area) {
        svg.open("g").children();
        svg.open("title").end("title", box.tooltip());
        svg.open("rect")
                .with("x", area.x())
                .with("y", area.y())
                .with("width", area.width())
                .with("height", area.height())
                .with("rx", CORNER)
                .with("fill", Palette.fill(box.kind()))
                .with("stroke", Palette.border(box.kind()))
                .with("stroke-width", 1.4);
        if (!box.enabled()) {
            svg.with("stroke-dasharray", DASHES).with("fill-opacity", 0.7);
        }
        svg.end();
        double x = area.x() + Metrics.PADDING;
        double y =
                area.y()
                        + (area.height() - Metrics.height(box)) / 2
                        + 0.6 * Metrics.PADDING
                        + Metrics.NAME_SIZE;
        text(x, y, Metrics.NAME_SIZE, Palette.name(box.kind()))
                .with("font-weight", "bold")
                .end("text", box.name());
        for (String detail : box.details()) {
            y += Metrics.lineHeight(Metrics.DETAIL_SIZE) + 1;
            text(x, y, Metrics.DETAIL_SIZE, Palette.detail(box.kind())).end("text", detail);
        }
        svg.close("g");
    }

    private SvgText text(double x, double y, double size, String colour) {
        return svg.open("text")
                .with("x", x)
                .with("y", y)
                .with("font-size", size)
                .with("fill", colour);
    }

    /// Straight pieces with round corners.
    private static String path(List<Point> points) {
        StringBuilder d = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            d.append(" L").append(at(towards(corner, points.get(i - 1))));
            d.append(" Q").append(at(corner)).append(' ');
            d.append(at(towards(corner, points.get(i + 1))));
        }
        return d.append(" L").append(at(points.getLast())).toString();
    }

    private static Point towards(Point corner, Point other) {
        double dx = other.x() - corner.x();
        double dy = other.y() - corner.y();
        double length = Math.abs(dx) + Math.abs(dy);
        double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new Point(corner.x() + dx * part, corner.y() + dy * part);
    }

    private static String at(Point point) {
        return SvgText.number(point.x()) + " " + SvgText.number(point.y());
    }
}
