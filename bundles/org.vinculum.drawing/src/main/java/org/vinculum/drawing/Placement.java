package org.vinculum.drawing;

import java.util.List;

/// Where everything of a [Diagram] is: boxes and links in the diagram's order, in SVG user units from the top left.
record Placement(double width, double height, List<Area> boxes, List<Route> routes) {
    /// A rectangle.
    record Area(double x, double y, double width, double height) {}

    /// A point.
    record Point(double x, double y) {}

    /// A line of straight pieces, and the room for its label; null when it has none.
    record Route(List<Point> points, Area label) {}
}
