package org.vinculum.commands.dt;

import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.Difference.BootCpuChanged;
import org.vinculum.devicetree.model.Difference.NodeAdded;
import org.vinculum.devicetree.model.Difference.NodeRemoved;
import org.vinculum.devicetree.model.Difference.PropertyAdded;
import org.vinculum.devicetree.model.Difference.PropertyChanged;
import org.vinculum.devicetree.model.Difference.PropertyRemoved;
import org.vinculum.devicetree.model.Difference.ReservationsChanged;
import org.vinculum.devicetree.model.Property;

/// Differences as text, one line for each.
final class DiffPage {
    private static final int LONGEST_VALUE = 240;

    private final Page page;

    DiffPage(Page page) {
        this.page = page;
    }

    void print(Difference difference) {
        switch (difference) {
            case PropertyAdded(String path, Property property) ->
                    start("+", Style.GOOD, path).text(assignment(property));
            case PropertyRemoved(String path, Property property) ->
                    start("-", Style.BAD, path).text(assignment(property));
            case PropertyChanged(String path, Property before, Property after) ->
                    start("~", Style.DOUBTFUL, path)
                            .text(
                                    " "
                                            + before.name()
                                            + ": "
                                            + value(before)
                                            + " -> "
                                            + value(after));
            case NodeAdded(String path, var node) ->
                    start("+", Style.GOOD, path).text(": node with " + NodeSize.of(node));
            case NodeRemoved(String path, var node) ->
                    start("-", Style.BAD, path).text(": node with " + NodeSize.of(node));
            case ReservationsChanged(var before, var after) ->
                    start("~", Style.DOUBTFUL, "/memreserve/").text(": " + before + " -> " + after);
            case BootCpuChanged(int before, int after) ->
                    start("~", Style.DOUBTFUL, "boot CPU").text(": " + before + " -> " + after);
        }
        page.line();
    }

    private Page start(String sign, Style style, String place) {
        return page.styled(style, sign).text(" ").text(place);
    }

    private static String assignment(Property property) {
        return " " + property.name() + (property.length() == 0 ? "" : " = " + value(property));
    }

    private static String value(Property property) {
        if (property.length() == 0) {
            return "(empty)";
        }
        String text = property.text();
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "... (" + property.length() + " bytes)";
    }
}
