package org.vinculum.drawing;

import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Boxes that no link leads to or from: kept out of the layout, which would scatter them, and stacked below it.
final class UnlinkedBoxes {
    private static final double GAP = 12;
    private static final double BETWEEN_COLUMNS = 60;

    private final ElkNode holder = ElkGraphUtil.createGraph();

    ElkNode holder() {
        return holder;
    }

    /// Places each in the column of its kind below what is laid out in `graph`, and makes `graph` larger by that.
    void stackBelow(ElkNode graph) {
        double left = graph.getChildren().isEmpty() ? 0 : graph.getHeight() + GAP;
        double right = left;
        double rightX = rightColumn(graph);
        for (ElkNode node : holder.getChildren()) {
            boolean isRight = LayeredLayout.isRight(node);
            double y = isRight ? right : left;
            node.setLocation(isRight ? rightX : 0, y);
            graph.setWidth(Math.max(graph.getWidth(), node.getX() + node.getWidth()));
            graph.setHeight(Math.max(graph.getHeight(), y + node.getHeight()));
            if (isRight) {
                right = y + node.getHeight() + GAP;
            } else {
                left = y + node.getHeight() + GAP;
            }
        }
    }

    /// Where the right column stands, or would stand if anything were linked.
    private double rightColumn(ElkNode graph) {
        double x = 0;
        for (ElkNode node : graph.getChildren()) {
            x = Math.max(x, node.getX());
        }
        if (x > 0) {
            return x;
        }
        double widest = 0;
        for (ElkNode node : holder.getChildren()) {
            widest = Math.max(widest, LayeredLayout.isRight(node) ? 0 : node.getWidth());
        }
        return widest == 0 ? 0 : widest + BETWEEN_COLUMNS;
    }
}
